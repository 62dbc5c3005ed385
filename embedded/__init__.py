"""The launcher behind `./run`: database, broker, web, worker and beat on one machine, with nothing installed.

paths.py      where things are: the data folder, the binaries
identity.py   as whom the database and the broker run, and whether that user can reach its files
passwords.py  passwords and keys, made at the first start
state.py      one stack per data folder; how `manage` finds a running one
processes.py  children: start, log, restart with back-off, stop; none survives its parent
postgres.py, valkey.py   the two services
application.py           migrate, static files, first people, web, worker, beat
static_files.py, stamps.py   what need not be done twice
person.py     what we tell the person at the terminal, and how he stops us
services.py   both services; stack.py the order of it all; commands.py `manage` beside it
__main__.py   the command line
"""
