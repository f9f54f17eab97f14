"""Compares the speed of compiled models with that of ONNX Runtime.

Both run one model at batch 1, on one thread, on the same input. They take turns
for some rounds, each in a new process that runs the model for about a second.
What is shown is the median of the rounds' medians. Before that, the program's
outputs are compared with ONNX Runtime's.
"""

import argparse
import datetime
import json
import os
import re
import statistics
import subprocess
import sys
import time

import onnx
from onnx import helper

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "EndToEnd"))

from compare_with_ort import TOLERANCE, Failure, Model, Reference, run_and_check  # noqa: E402

SECONDS = 1.0  # of a round, for each of the two
FEWEST_RUNS, MOST_RUNS = 10, 20000
ENGINES = ("tenon", "onnxruntime")


def output_of(command, **options):
    """What a command prints; it must succeed."""
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, **options
    )
    if done.returncode != 0:
        raise Failure(f"exit code {done.returncode} from {command[0]}\n{done.stdout}{done.stderr}")
    return done.stdout


class Tenon:
    """A compiled model."""

    def __init__(self, model, model_opt, folder, inputs):
        os.makedirs(folder, exist_ok=True)
        self.program = os.path.join(folder, model.name)
        dims = [f"--dim={name}=1" for name in sorted(model.symbols)]
        start = time.monotonic()
        output_of([model_opt, model.path, *dims, "-o", self.program])
        self.compile_seconds = time.monotonic() - start
        self.arguments = [f"--input={name}={file}" for name, file in inputs.items()]

    def median_ms(self, runs):
        printed = output_of([self.program, *self.arguments, "--bench", str(runs)])
        return float(re.match(r"median ([\d.]+) ms", printed)[1])


class OnnxRuntime:
    """The same model in ONNX Runtime, which knows the batch too."""

    def __init__(self, path, symbols, node_modules, inputs):
        self.path = path
        self.dims = json.dumps({name: 1 for name in symbols})
        self.arguments = [f"{name}={file}" for name, file in inputs.items()]
        self.environment = {**os.environ, "NODE_PATH": node_modules}

    def median_ms(self, runs):
        script = os.path.join(HERE, "ort_bench.js")
        command = ["node", script, self.path, str(runs), self.dims, *self.arguments]
        return float(output_of(command, env=self.environment))


def runs_in_a_round(engine):
    estimate = engine.median_ms(FEWEST_RUNS)
    return min(MOST_RUNS, max(FEWEST_RUNS, int(SECONDS * 1000 / max(estimate, 0.001))))


def compare(path, arguments):
    """All there is to know about one model, for the table and --json."""
    model = Model(path)
    print(f"\n{model.name}", flush=True)
    folder = os.path.join(arguments.work, "benchmarks")
    reference = Reference(os.path.join(arguments.work, "expected"), arguments.node_modules)
    sizes = {name: 1 for name in sorted(model.symbols)}
    inputs, expected = reference.expect(model, sizes)
    tenon = Tenon(model, arguments.model_opt, folder, inputs)
    if not run_and_check(tenon.program, folder, inputs, expected, "batch 1", TOLERANCE):
        raise Failure(f"{model.name}: the program's outputs are not ONNX Runtime's")

    engines = (tenon, OnnxRuntime(path, model.symbols, arguments.node_modules, inputs))
    runs = [runs_in_a_round(engine) for engine in engines]
    rounds = []
    for number in range(1, arguments.rounds + 1):
        rounds.append([engine.median_ms(n) for engine, n in zip(engines, runs)])
        ours, theirs = rounds[-1]
        print(f"  round {number}: Tenon {ours:.3f} ms, ONNX Runtime {theirs:.3f} ms", flush=True)
    medians = [statistics.median(column) for column in zip(*rounds)]
    return {
        "model": model.name,
        "milliseconds": dict(zip(ENGINES, medians)),
        "ratio": medians[0] / medians[1],
        "compile_seconds": tenon.compile_seconds,
        "program_bytes": os.path.getsize(tenon.program),
        "runs_in_a_round": dict(zip(ENGINES, runs)),
        "rounds": {name: list(column) for name, column in zip(ENGINES, zip(*rounds))},
    }


def measure_a_call(arguments):
    """What ONNX Runtime takes, called from node, for a model that only returns
    its input of one number."""
    value = [helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [1]) for name in "xy"]
    node = helper.make_node("Identity", ["x"], ["y"])
    graph = helper.make_graph([node], "identity", value[:1], value[1:])
    proto = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    proto.ir_version = 8
    path = os.path.join(arguments.work, "benchmarks", "identity.onnx")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    onnx.save(proto, path)
    reference = Reference(os.path.join(arguments.work, "expected"), arguments.node_modules)
    inputs, _ = reference.expect(Model(path), {})
    return OnnxRuntime(path, [], arguments.node_modules, inputs).median_ms(MOST_RUNS)


def processor():
    with open("/proc/cpuinfo") as file:
        for line in file:
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return "unknown"


def onnxruntime_version(node_modules):
    with open(os.path.join(node_modules, "onnxruntime-node", "package.json")) as file:
        return json.load(file)["version"]


def largest_spread(results):
    """How far a round was from the number that is shown, at most: (fraction, whose)."""
    return max(
        (abs(one - result["milliseconds"][name]) / result["milliseconds"][name], result["model"], name)
        for result in results
        for name, column in result["rounds"].items()
        for one in column
    )


def print_report(report):
    print("\n| model | Tenon, ms | ONNX Runtime, ms | ratio | compiling, s | program, MB |")
    print("|---|--:|--:|--:|--:|--:|")
    for result in report["models"]:
        ours, theirs = (result["milliseconds"][name] for name in ENGINES)
        print(
            f"| {result['model']} | {ours:.3f} | {theirs:.3f} | {result['ratio']:.2f}"
            f" | {result['compile_seconds']:.1f} | {result['program_bytes'] / 1e6:.1f} |"
        )
    spread, model, name = largest_spread(report["models"])
    print(f"\nBatch 1, one thread each, {report['rounds']} rounds; below a ratio of 1 Tenon is faster.")
    print(f"{report['processor']}, ONNX Runtime {report['onnxruntime']}.")
    print(
        f"ONNX Runtime's times contain the call from node, {report['call_milliseconds']:.3f} ms"
        " for a model that computes nothing."
    )
    print(f"The round that was furthest from its median differs by {spread:.0%} ({model}, {name}).")
    if max(report["load"]) > 1.5:
        print(
            "Other work was done on this machine, so the numbers are less certain: the load was"
            f" {report['load'][0]:.1f} at the beginning and {report['load'][1]:.1f} at the end."
        )


def parse_arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("models", nargs="+", help=".onnx files with float32 inputs")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", metavar="FILE", help="write everything that was measured")
    parser.add_argument("--model-opt", required=True, help="the compiler")
    parser.add_argument("--node-modules", required=True, help="where ONNX Runtime is")
    parser.add_argument("--work", required=True, help="folder for all that is made")
    arguments = parser.parse_args()
    if arguments.rounds < 1:
        parser.error("there must be at least one round")
    return arguments


def main():
    arguments = parse_arguments()
    load = os.getloadavg()[0]
    try:
        report = {
            "date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
            "processor": processor(),
            "onnxruntime": onnxruntime_version(arguments.node_modules),
            "rounds": arguments.rounds,
            "call_milliseconds": measure_a_call(arguments),
            "models": [compare(path, arguments) for path in arguments.models],
            "load": [load, os.getloadavg()[0]],
        }
    except Failure as failure:
        sys.exit(f"error: {failure}")
    print_report(report)
    if arguments.json:
        with open(arguments.json, "w") as file:
            json.dump(report, file, indent=2)
            file.write("\n")


if __name__ == "__main__":
    main()
