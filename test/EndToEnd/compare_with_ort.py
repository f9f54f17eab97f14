"""Compares a compiled model with ONNX Runtime on the same random input.

Compiles MODEL with model-opt, runs the program at each batch size, and demands of
every output that max|a - b| <= 3e-4 * max|b|, where b is ONNX Runtime's. With
--batch N the batch is bound when compiling (where the model leaves it open),
with --batch free it is not. ONNX Runtime runs once for each model and batch;
what it computed stays in the work folder.

Exit codes: 0 they agree, 1 they do not, 77 the model is not here.
"""

import argparse
import fcntl
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
import zlib

import numpy as np
import onnx

TOLERANCE = 3e-4
FREE_BATCHES = (1, 3)
SKIPPED = 77
HERE = os.path.dirname(os.path.abspath(__file__))


class Failure(Exception):
    """Something that the test demands is not so."""


def run(command, **options):
    """Runs a command and returns the seconds it took."""
    start = time.monotonic()
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        **options,
    )
    if done.returncode != 0:
        line = " ".join(command)
        raise Failure(f"exit code {done.returncode} from\n  {line}\n{done.stdout}")
    return time.monotonic() - start


class Model:
    """An ONNX model whose inputs are all float32, with at most the batch open."""

    def __init__(self, path):
        self.path = path
        self.name = os.path.splitext(os.path.basename(path))[0]
        with open(path, "rb") as file:
            self.digest = hashlib.sha256(file.read()).hexdigest()[:16]
        graph = onnx.load(path).graph
        weights = {tensor.name for tensor in graph.initializer}
        self.inputs = {
            value.name: [
                dim.dim_param or dim.dim_value for dim in value.type.tensor_type.shape.dim
            ]
            for value in graph.input
            if value.name not in weights
        }
        self.symbols = {
            dim for dims in self.inputs.values() for dim in dims if isinstance(dim, str)
        }

    def random_inputs(self, batch):
        values = {}
        for name, dims in self.inputs.items():
            shape = [batch if isinstance(dim, str) else dim for dim in dims]
            seed = zlib.crc32(f"{self.name}/{name}/{batch}".encode())
            generator = np.random.default_rng(seed)
            values[name] = generator.standard_normal(shape).astype(np.float32)
        return values


class Reference:
    """ONNX Runtime's outputs, kept in a folder from run to run."""

    def __init__(self, folder, node_modules):
        self.folder = folder
        self.node_modules = node_modules

    def expect(self, model, batch):
        """The inputs' files by name, and the outputs' values by name."""
        os.makedirs(self.folder, exist_ok=True)
        case = os.path.join(self.folder, f"{model.name}-{model.digest}-batch-{batch}")
        with open(case + ".lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # tests run in parallel
            if not os.path.isdir(case):
                self._compute(model, batch, case)
        with open(os.path.join(case, "outputs.json")) as file:
            outputs = json.load(file)
        inputs = {
            name: os.path.join(case, f"input-{index}.npy")
            for index, name in enumerate(model.inputs)
        }
        return inputs, {
            name: np.load(os.path.join(case, file)) for name, file in outputs.items()
        }

    def _compute(self, model, batch, case):
        with tempfile.TemporaryDirectory(dir=self.folder) as scratch:
            folder = os.path.join(scratch, "case")
            os.mkdir(folder)
            arguments = []
            for index, (name, value) in enumerate(model.random_inputs(batch).items()):
                file = os.path.join(folder, f"input-{index}.npy")
                np.save(file, value)
                arguments.append(f"{name}={file}")
            script = os.path.join(HERE, "ort_run.js")
            seconds = run(
                ["node", script, model.path, folder, *arguments],
                env={**os.environ, "NODE_PATH": self.node_modules},
            )
            os.rename(folder, case)
            print(f"  ONNX Runtime at batch {batch}: {seconds:.2f} s")


def check(outputs, expected):
    """Demands that outputs are the expected ones; returns the worst ratio by name."""
    if set(outputs) != set(expected):
        raise Failure(f"the outputs are {sorted(outputs)}, but ONNX Runtime has {sorted(expected)}")
    ratios = {}
    for name, b in expected.items():
        a = outputs[name]
        if (a.shape, a.dtype) != (b.shape, b.dtype):
            raise Failure(
                f"output '{name}' is {a.dtype} {a.shape}, but in ONNX Runtime {b.dtype} {b.shape}"
            )
        a, b = a.astype(np.float64), b.astype(np.float64)
        scale = np.max(np.abs(b))
        if not np.isfinite(scale) or scale == 0:
            raise Failure(f"output '{name}' of ONNX Runtime is useless as a reference: max|b| = {scale}")
        # Not a number is never within the tolerance.
        ratios[name] = float(np.max(np.abs(a - b)) / scale)
    return ratios


def run_and_check(program, folder, inputs, expected, batch):
    output = os.path.join(folder, f"batch-{batch}.npz")
    arguments = []
    for name, file in inputs.items():
        arguments += ["--input", f"{name}={file}"]
    seconds = run([program, *arguments, "--output", output])
    with np.load(output) as archive:
        ratios = check({name: archive[name] for name in archive.files}, expected)
    agree = True
    for name, ratio in ratios.items():
        verdict = "ok" if ratio <= TOLERANCE else "TOO FAR"
        agree &= ratio <= TOLERANCE
        print(
            f"  batch {batch}, output '{name}': max|a-b|/max|b| = {ratio:.2e}"
            f" (limit {TOLERANCE:.0e}) {verdict}, ran in {seconds:.2f} s",
            flush=True,
        )
    return agree


def compare(arguments):
    model = Model(arguments.model)
    free = arguments.batch == "free"
    print(f"{model.name}, batch {arguments.batch}, -{arguments.level}", flush=True)

    folder = os.path.join(
        arguments.work, "compiled", f"{model.name}-batch-{arguments.batch}-{arguments.level}"
    )
    os.makedirs(folder, exist_ok=True)
    program = os.path.join(folder, model.name)
    bindings = []
    for symbol in [] if free else sorted(model.symbols):
        bindings += ["--dim", f"{symbol}={arguments.batch}"]
    seconds = run(
        [arguments.model_opt, model.path, *bindings, f"-{arguments.level}", "-o", program]
    )
    print(f"  compiled in {seconds:.1f} s", flush=True)

    reference = Reference(os.path.join(arguments.work, "expected"), arguments.node_modules)
    agree = True
    for batch in FREE_BATCHES if free else (int(arguments.batch),):
        inputs, expected = reference.expect(model, batch)
        agree &= run_and_check(program, folder, inputs, expected, batch)
    return agree


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("model", help="the .onnx file")
    parser.add_argument("--batch", required=True, help="a number, or `free`")
    parser.add_argument("--level", required=True, help="O0 or O2")
    parser.add_argument("--model-opt", required=True, help="the compiler")
    parser.add_argument("--node-modules", required=True, help="where ONNX Runtime is")
    parser.add_argument("--work", required=True, help="folder for all that is made")
    arguments = parser.parse_args()
    if not os.path.exists(arguments.model):
        print(f"skipped: {arguments.model} is not here; the npm registry was out of reach")
        sys.exit(SKIPPED)
    try:
        sys.exit(0 if compare(arguments) else 1)
    except Failure as failure:
        sys.exit(f"error: {failure}")


if __name__ == "__main__":
    main()
