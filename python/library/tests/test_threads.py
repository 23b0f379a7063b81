"""Other threads run meanwhile, and a process that was forked off has threads of its own."""

from __future__ import annotations

import multiprocessing
import sys
import threading
import time

import pytest

import crosscheck


def findings(documents: list[tuple[str, str]]) -> list[str]:
    return [finding["id"] for finding in crosscheck.check_documents(documents)["findings"]]


def test_other_threads_run_meanwhile(press: list[tuple[str, str]]) -> None:
    """A thread that only counts gets on while a check runs, which takes one call of the engine."""
    counted, over = 0, threading.Event()

    def count() -> None:
        nonlocal counted
        while not over.is_set():
            counted += 1
            time.sleep(0.001)

    thread = threading.Thread(target=count)
    documents = [(f"{copy}/{name}", text) for copy in range(3) for name, text in press]
    thread.start()
    before, begun = counted, time.monotonic()
    crosscheck.stories(documents)
    during, took = counted - before, time.monotonic() - begun
    over.set()
    thread.join()
    # Where the lock were held, it would have counted once or twice.
    assert during > 5, f"{during} in {took:.3f} s"


def test_many_threads_get_the_same(press: list[tuple[str, str]]) -> None:
    documents = press[:60]
    alone, answers = findings(documents), []
    threads = [threading.Thread(target=lambda: answers.append(findings(documents))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [alone] * 8 and alone


@pytest.mark.skipif(sys.platform == "win32", reason="no process is forked off there")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_process_does_not_wait_for_threads_that_it_has_not(press: list[tuple[str, str]]) -> None:
    documents = press[:60]
    alone = findings(documents)
    with multiprocessing.get_context("fork").Pool(2) as pool:
        answers = pool.map_async(findings, [documents] * 4).get(timeout=60)
    assert answers == [alone] * 4
