"""Leaves a pool of processes open, each of them busy."""

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
ANSWER = """
import multiprocessing
import time

pool = multiprocessing.get_context("fork").Pool(3)
waiting = pool.map_async(time.sleep, [30] * 9)


def jacobian(x):
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
