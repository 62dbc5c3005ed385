# Only names for scripts; nothing needs make.
.PHONY: run test quick lock
run:
	./run
test:
	./test
quick:
	./test --quick
lock:
	sh scripts/lock.sh
