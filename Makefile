# Only names for scripts; nothing needs make.
.PHONY: run test quick format lock
run:
	./run
test:
	./test
quick:
	./test --quick
format:
	sh scripts/format.sh
lock:
	sh scripts/lock.sh
