# Chain Rule. Two commands do everything: make demo, make test.
PYTHON ?= $(shell command -v python3.11 || command -v python3 || echo python3.11)
PORT ?= 8888
RUN = .venv/bin/python -m autograder

.PHONY: help setup demo test lab source release solutions grade report clean
.DEFAULT_GOAL := help

help: # List the verbs
	@echo "make VERB [SET=ps1] [FROM=folder] [PORT=8888] [SANDBOX=none] [FORCE=1] [PYTHON=python3.11]"
	@sed -n 's/^\([a-z]*\):.* ## /  \1\t/p' Makefile | expand -t 14

setup:
	@command -v "$(PYTHON)" >/dev/null || { echo "error: there is no Python 3.11: install it, or name it with PYTHON=/path/to/python3.11" >&2; exit 1; }
	@"$(PYTHON)" autograder/bootstrap.py

demo: setup ## set up, build, grade a sample class, show the report
	@$(RUN) demo

test: setup ## set up and run all tests
	@.venv/bin/python -m autograder.tests.browser
	@.venv/bin/python -m pytest --numprocesses 2 --dist loadfile --durations 30

lab: setup ## open JupyterLab as a student sees it, in a copy of the release
	@$(RUN) lab $(SET) --port $(PORT)

source: setup ## build source/ from course/notebooks
	@$(RUN) source

release: setup ## build release/, what students get
	@$(RUN) release $(SET) $(if $(FORCE),--force)

solutions: setup ## execute the solved notebooks into solutions/
	@$(RUN) solutions $(SET)

grade: setup ## grade what was handed in: SET=ps1 FROM=folder
	@$(RUN) grade $(SET) $(if $(FROM),--from "$(FROM)") $(if $(SANDBOX),--sandbox "$(SANDBOX)")

report: setup ## write the class report again
	@$(RUN) report $(SET)

clean: ## remove what was built and both environments; keep all grades
	@rm -rf .venv .venv-student .cache demo solutions/ps*
