"""Compares a compiled model with ONNX Runtime on the same random input.

Compiles MODEL with model-opt, runs the program at each of the sizes, and demands
of every output that max|a - b| <= 3e-4 * max|b| (or --tolerance), where b is ONNX Runtime's. With
--batch N all open sizes are bound when compiling, to N or to what --sizes says;
with --batch free they are not. ONNX Runtime runs once for each model and sizes;
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


def parse_pairs(texts, convert):
    """All of NAME=VALUE,NAME=VALUE as one dictionary."""
    return {
        name: convert(value)
        for text in texts
        for name, _, value in (pair.rpartition("=") for pair in text.split(","))
    }


class Model:
    """An ONNX model, and what to feed to it."""

    def __init__(self, path, fill=(), integers="0:100", floats=None):
        self.path = path
        self.name = os.path.splitext(os.path.basename(path))[0]
        with open(path, "rb") as file:
            self.digest = hashlib.sha256(file.read()).hexdigest()[:16]
        graph = onnx.load(path).graph
        weights = {tensor.name for tensor in graph.initializer}
        self.inputs, self.types = {}, {}
        for value in graph.input:
            if value.name in weights:
                continue
            tensor = value.type.tensor_type
            self.inputs[value.name] = [
                dim.dim_param
                or (dim.dim_value if dim.HasField("dim_value") else f"{value.name}_axis{axis}")
                for axis, dim in enumerate(tensor.shape.dim)
            ]
            self.types[value.name] = onnx.helper.mapping.TENSOR_TYPE_TO_NP_TYPE[tensor.elem_type]
        self.symbols = {
            dim for dims in self.inputs.values() for dim in dims if isinstance(dim, str)
        }
        self.fills = parse_pairs(fill, float)
        self.low, self.high = (int(end) for end in integers.split(":"))
        self.floats = [float(end) for end in floats.split(":")] if floats else []

    def feed_text(self, sizes):
        """What the inputs depend on besides the model."""
        return f"{sorted(sizes.items())} {sorted(self.fills.items())} {self.low}:{self.high} {self.floats}"

    def random_inputs(self, sizes):
        values = {}
        for name, dims in self.inputs.items():
            shape = [sizes[dim] if isinstance(dim, str) else dim for dim in dims]
            batch = next(iter(sizes.values()), 1)
            seed = zlib.crc32(f"{self.name}/{name}/{batch}".encode())
            values[name] = self._random_input(name, shape, np.random.default_rng(seed))
        return values

    def _random_input(self, name, shape, generator):
        dtype = np.dtype(self.types[name])
        if name in self.fills:
            return np.full(shape, self.fills[name], dtype)
        if dtype == bool:
            return generator.integers(0, 2, shape).astype(bool)
        if dtype.kind in "iu":
            limits = np.iinfo(dtype)
            low, high = max(self.low, limits.min), min(self.high, limits.max + 1)
            return generator.integers(low, high, shape, dtype=dtype)
        if self.floats:
            return generator.uniform(*self.floats, shape).astype(dtype)
        return np.asarray(generator.standard_normal(shape)).astype(dtype)


def describe(sizes):
    return ", ".join(f"{name} = {size}" for name, size in sizes.items()) or "its sizes"


class Reference:
    """ONNX Runtime's outputs, kept in a folder from run to run."""

    def __init__(self, folder, node_modules):
        self.folder = folder
        self.node_modules = node_modules

    def expect(self, model, sizes):
        """The inputs' files by name, and the outputs' values by name."""
        os.makedirs(self.folder, exist_ok=True)
        feed = hashlib.sha256(model.feed_text(sizes).encode()).hexdigest()[:16]
        case = os.path.join(self.folder, f"{model.name}-{model.digest}-{feed}")
        with open(case + ".lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # tests run in parallel
            if not os.path.isdir(case):
                self._compute(model, sizes, case)
        with open(os.path.join(case, "outputs.json")) as file:
            outputs = json.load(file)
        inputs = {
            name: os.path.join(case, f"input-{index}.npy")
            for index, name in enumerate(model.inputs)
        }
        return inputs, {
            name: np.load(os.path.join(case, file)) for name, file in outputs.items()
        }

    def _compute(self, model, sizes, case):
        with tempfile.TemporaryDirectory(dir=self.folder) as scratch:
            folder = os.path.join(scratch, "case")
            os.mkdir(folder)
            arguments = []
            for index, (name, value) in enumerate(model.random_inputs(sizes).items()):
                file = os.path.join(folder, f"input-{index}.npy")
                np.save(file, value)
                arguments.append(f"{name}={file}")
            script = os.path.join(HERE, "ort_run.js")
            seconds = run(
                ["node", script, model.path, folder, *arguments],
                env={**os.environ, "NODE_PATH": self.node_modules},
            )
            os.rename(folder, case)
            print(f"  ONNX Runtime at {describe(sizes)}: {seconds:.2f} s")


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
        scale = np.max(np.abs(b), initial=0)
        if not np.isfinite(scale):
            raise Failure(f"output '{name}' of ONNX Runtime is useless as a reference: max|b| = {scale}")
        # Not a number is never within the tolerance; where all is 0, all must be.
        ratios[name] = float(np.max(np.abs(a - b), initial=0) / (scale or 1e-30))
    return ratios


def run_and_check(program, folder, inputs, expected, title, tolerance):
    output = os.path.join(folder, "outputs.npz")
    arguments = []
    for name, file in inputs.items():
        arguments += ["--input", f"{name}={file}"]
    seconds = run([program, *arguments, "--output", output])
    with np.load(output) as archive:
        ratios = check({name: archive[name] for name in archive.files}, expected)
    agree = True
    for name, ratio in ratios.items():
        verdict = "ok" if ratio <= tolerance else "TOO FAR"
        agree &= ratio <= tolerance
        print(
            f"  {title}, output '{name}': max|a-b|/max|b| = {ratio:.2e}"
            f" (limit {tolerance:.0e}) {verdict}, ran in {seconds:.2f} s",
            flush=True,
        )
    return agree


def choose_sizes(model, arguments):
    """What each run gives the open sizes: those of --sizes, the batch otherwise."""
    batches = FREE_BATCHES if arguments.batch == "free" else (int(arguments.batch),)
    chosen = []
    for batch in batches if not arguments.sizes or len(batches) == 1 else (1,):
        for text in arguments.sizes or [""]:
            given = parse_pairs([text] if text else [], int)
            if unknown := sorted(set(given) - model.symbols):
                raise Failure(f"no open size is called {unknown}; there are {sorted(model.symbols)}")
            chosen.append({name: given.get(name, batch) for name in sorted(model.symbols)})
    return chosen if model.symbols else chosen[:1]


def compare(arguments):
    model = Model(arguments.model, arguments.fill, arguments.integers, arguments.floats)
    free = arguments.batch == "free"
    print(f"{model.name}, batch {arguments.batch}, -{arguments.level}", flush=True)

    chosen = choose_sizes(model, arguments)
    if not free and len(chosen) > 1:
        raise Failure("sizes that are bound when compiling can only have one value")
    mode = "free" if free else hashlib.sha256(describe(chosen[0]).encode()).hexdigest()[:8]
    folder = os.path.join(
        arguments.work, "compiled", f"{model.name}-{model.digest}-{mode}-{arguments.level}"
    )
    os.makedirs(folder, exist_ok=True)
    program = os.path.join(folder, model.name)
    bindings = []
    for name, size in () if free else chosen[0].items():
        bindings += ["--dim", f"{name}={size}"]
    seconds = run(
        [arguments.model_opt, model.path, *bindings, f"-{arguments.level}", "-o", program]
    )
    print(f"  compiled in {seconds:.1f} s", flush=True)

    reference = Reference(os.path.join(arguments.work, "expected"), arguments.node_modules)
    agree = True
    for sizes in chosen:
        inputs, expected = reference.expect(model, sizes)
        agree &= run_and_check(
            program, folder, inputs, expected, describe(sizes), arguments.tolerance
        )
    return agree


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("model", help="the .onnx file")
    parser.add_argument("--batch", default="1", help="a number, or `free`")
    parser.add_argument(
        "--sizes", action="append", default=[], metavar="NAME=SIZE,...",
        help="open sizes that are not the batch; each use is one more run",
    )
    parser.add_argument(
        "--fill", action="append", default=[], metavar="NAME=VALUE,...",
        help="inputs that are one number everywhere",
    )
    parser.add_argument(
        "--integers", default="0:100", metavar="LOW:HIGH",
        help="the range of other integers (0:100)",
    )
    parser.add_argument(
        "--floats", metavar="LOW:HIGH",
        help="the range of other inputs; a standard normal distribution otherwise",
    )
    parser.add_argument(
        "--tolerance", type=float, default=TOLERANCE,
        help=f"for models that round to a few bits on the way ({TOLERANCE:.0e})",
    )
    parser.add_argument("--level", default="O2", help="O0 or O2")
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
