"""Runs a fuzzer within the limits that every model must keep.

  run_fuzzer.py FUZZER --form onnx|text [--mode search] [--seconds 600]
  run_fuzzer.py FUZZER --form onnx|text --mode replay

A search starts from the seeds of make_corpus.py and what earlier searches kept
in the work folder; a find is left there as `crash-*`, `timeout-*` or `oom-*`.
Reduce it with `FUZZER -minimize_crash=1 -runs=100000 FILE`, mend its cause, and
keep the file in crashes/, which a replay runs.
"""

import argparse
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("fuzzer")
    parser.add_argument("--form", required=True, choices=["onnx", "text"])
    parser.add_argument("--mode", default="search", choices=["search", "replay"])
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=pathlib.Path, default=pathlib.Path("fuzz-work"))
    options = parser.parse_args()

    # The time that a model may take is measured by the fuzzer itself, of the
    # processor; this limit is for endless loops.
    command = [options.fuzzer, "-rss_limit_mb=1024", "-timeout=25", f"-seed={options.seed}", "-print_funcs=0"]
    if options.mode == "replay":
        finds = sorted(str(path) for path in (HERE / "crashes" / options.form).iterdir())
        return subprocess.run(command + finds).returncode if finds else 0

    seeds, kept = options.work / "seeds", options.work / "kept"
    kept.mkdir(parents=True, exist_ok=True)
    if not seeds.exists():
        subprocess.run([sys.executable, HERE / "make_corpus.py", options.form, seeds], check=True)
    dictionary = options.work / "names.dict"
    command += [
        "-max_len=65536",
        f"-max_total_time={options.seconds}",
        f"-artifact_prefix={options.work}/",
        f"-dict={dictionary}",
        "-print_final_stats=1",
    ]
    return subprocess.run(command + [kept, seeds]).returncode


if __name__ == "__main__":
    sys.exit(main())
