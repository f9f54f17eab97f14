"""Runs ONNX's own test cases through compiled models.

Each folder under DATA that holds a model.onnx is a case: it is compiled to an
executable, run on the recorded inputs, and must give the recorded outputs
(rtol 1e-3, atol 1e-7, as ONNX's backend test has it).

  run_cases.py --model-opt BIN --level O2 [--filter REGEX] [--results FILE] DATA

--results FILE writes all that is known of each case, which the page of
operators is made from (write_operators.py). --expect FILE holds the run against
what was there before: a status for each case, and why it does not pass;
--record FILE writes such a file.

A case's status is one of
  pass         equal to the recorded outputs
  unsupported  the compiler says so and exits with 3
  rejected     the compiler or the executable calls the model or data wrong
  wrong        other values, shapes or element types than recorded
  crash        any other exit, or no answer in time
Four cases, test_castlike_*BFLOAT16*, are rejected because their data is wrong:
`like` has one axis, but the model declares two.
Exit code 0: no case was wrong or crashed or, with --expect, differs from what is
expected.
"""

import argparse
import concurrent.futures
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zlib

import numpy as np
import onnx
from onnx import numpy_helper

# Their outputs are random: only shape and element type are compared.
RANDOM_OPERATORS = {
    "RandomNormal", "RandomNormalLike", "RandomUniform", "RandomUniformLike",
    "Multinomial", "Bernoulli",
}
RTOL, ATOL = 1e-3, 1e-7
# Old cases cut numbers to bfloat16 where they should be rounded.
BFLOAT16_RTOL = 2.0**-7


class Verdict(Exception):
    def __init__(self, status, reason=""):
        super().__init__(reason)
        self.status, self.reason = status, reason


def execute(command, status, timeout=120):
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            errors="replace", timeout=timeout,
        )
    except subprocess.TimeoutExpired:
        raise Verdict("crash", f"no answer within {timeout} s")
    if done.returncode == 0:
        return
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    reason = next((line for line in lines if "error" in line), lines[0] if lines else "")
    if done.returncode not in status:
        raise Verdict("crash", f"exit code {done.returncode}: {reason}")
    raise Verdict(status[done.returncode], reason)


def load_value(path, value):
    """The array of one recorded input or output."""
    kind = value.type.WhichOneof("value")
    if kind != "tensor_type":
        raise Verdict("unsupported", f"'{value.name}' is a {kind}")
    tensor = onnx.TensorProto()
    with open(path, "rb") as file:
        tensor.ParseFromString(file.read())
    if tensor.data_type == onnx.TensorProto.STRING:
        raise Verdict("unsupported", f"'{value.name}' holds strings")
    if tensor.data_type == onnx.TensorProto.BFLOAT16:
        return np.frombuffer(tensor.raw_data, "<u2").reshape(tuple(tensor.dims))
    return numpy_helper.to_array(tensor)


def as_numbers(array, type_code):
    if type_code == onnx.TensorProto.BFLOAT16:
        return (array.astype(np.uint32) << 16).view(np.float32)
    return array


def compare(got, wanted, value, is_random):
    code = value.type.tensor_type.elem_type
    if code == onnx.TensorProto.BFLOAT16:
        # numpy lacks the type: programs write it as |V2, the cases hold its bits.
        got, wanted = (bits.view("<u2") for bits in (got, wanted))
    if got.dtype != wanted.dtype or got.shape != wanted.shape:
        raise Verdict(
            "wrong", f"'{value.name}' is {got.dtype}{list(got.shape)},"
            f" recorded is {wanted.dtype}{list(wanted.shape)}")
    if is_random or wanted.size == 0:
        return
    got, wanted = as_numbers(got, code), as_numbers(wanted, code)
    if wanted.dtype.kind != "f":
        if not np.array_equal(got, wanted):
            raise Verdict("wrong", f"'{value.name}' has other values than recorded")
        return
    got, wanted = got.astype(np.float64), wanted.astype(np.float64)
    rtol = BFLOAT16_RTOL if code == onnx.TensorProto.BFLOAT16 else RTOL
    close = np.isclose(got, wanted, rtol=rtol, atol=ATOL, equal_nan=True)
    if not close.all():
        at = np.unravel_index(np.argmin(close), close.shape)
        raise Verdict("wrong", f"'{value.name}' has {got[at]:.7g} at {list(map(int, at))},"
                      f" recorded is {wanted[at]:.7g}")


def draws_numbers(node, folder):
    if node.op_type == "Dropout":
        # While training, which the third input says, unless nothing is dropped.
        return len(node.input) > 2 and "zero_ratio" not in folder
    return node.op_type in RANDOM_OPERATORS


def run_case(folder, arguments, work):
    path = os.path.join(folder, "model.onnx")
    model = onnx.load(path)
    weights = {tensor.name for tensor in model.graph.initializer}
    inputs = [value for value in model.graph.input if value.name not in weights]
    outputs = list(model.graph.output)
    is_random = any(draws_numbers(node, folder) for node in model.graph.node)
    program = os.path.join(work, "program")
    execute([arguments.model_opt, path, f"-{arguments.level}", "-o", program],
            {1: "rejected", 3: "unsupported"})
    sets = sorted(glob.glob(os.path.join(folder, "test_data_set_*")))
    if not sets:
        raise Verdict("rejected", "the case has no data")
    for data in sets:
        command = [program]
        for index, value in enumerate(inputs):
            array = load_value(os.path.join(data, f"input_{index}.pb"), value)
            file = os.path.join(work, f"input-{index}.npy")
            np.save(file, array)
            command += ["--input", f"{value.name}={file}"]
        result = os.path.join(work, "outputs.npz")
        execute([*command, "--output", result], {1: "rejected"})
        with np.load(result) as archive:
            for index, value in enumerate(outputs):
                wanted = load_value(os.path.join(data, f"output_{index}.pb"), value)
                compare(archive[value.name], wanted, value, is_random)


def describe_case(folder):
    """What the generated pages need to know of a case."""
    model = onnx.load(os.path.join(folder, "model.onnx"))
    types = set()
    for value in [*model.graph.input, *model.graph.output]:
        if value.type.WhichOneof("value") == "tensor_type":
            types.add(onnx.TensorProto.DataType.Name(value.type.tensor_type.elem_type).lower())
        else:
            types.add(value.type.WhichOneof("value").removesuffix("_type"))
    opset = {entry.domain or "ai.onnx": entry.version for entry in model.opset_import}
    operators = sorted({
        node.op_type if node.domain in ("", "ai.onnx") else f"{node.domain}.{node.op_type}"
        for node in model.graph.node
    })
    return {"operators": operators, "opset": opset.get("ai.onnx", 0), "types": sorted(types)}


# Why cases do not pass, by what the compiler says; the first that fits.
REASONS = (
    (r"STRING|[sS]tring", "strings"), (r"TfIdfVectorizer", "n-grams"), (r"[sS]equence", "sequences"),
    (r"[oO]ptional", "optionals"), (r"sparse|is a map", "other values than tensors"),
    (r"Gradient|Adagrad|Adam|Momentum", "training operators"), (r"E0125|E0126", "types that differ by branch or turn"),
    (r"only the data decides", "shapes that only the data decides"),
)


def explain(name, status, reason):
    """One phrase for the record."""
    if status == "pass":
        return status
    if "castlike" in name and "BFLOAT16" in name:
        return f"{status}: broken data"
    phrase = next((phrase for pattern, phrase in REASONS if re.search(pattern, reason)), "")
    return f"{status}: {phrase or reason}"


def judge(folder, arguments):
    work = tempfile.mkdtemp(prefix="tenon-case-")
    try:
        run_case(folder, arguments, work)
        return "pass", ""
    except Verdict as verdict:
        return verdict.status, verdict.reason.replace(work, "").replace(folder + "/", "")
    finally:
        shutil.rmtree(work, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="+", help="folders that hold cases, at any depth")
    parser.add_argument("--model-opt", required=True, help="the compiler")
    parser.add_argument("--level", default="O2", help="O0 or O2")
    parser.add_argument("--filter", default="", help="only cases whose name matches")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--results", help="JSON file to write: what became of each case")
    parser.add_argument("--expect", help="JSON file of what must become of each case")
    parser.add_argument("--record", help="JSON file to write for --expect")
    parser.add_argument("--part", default="0/1", help="K/N: only each Nth case by its name's hash, from K on")
    parser.add_argument("--quiet", action="store_true", help="only print the totals")
    arguments = parser.parse_args()

    folders = sorted(
        os.path.dirname(path) for root in arguments.data
        for path in glob.glob(os.path.join(root, "**", "model.onnx"), recursive=True))
    folders = [f for f in folders if re.search(arguments.filter, os.path.basename(f))]
    part, parts = map(int, arguments.part.split("/"))
    folders = [f for f in folders if zlib.crc32(os.path.basename(f).encode()) % parts == part]
    if not folders:
        sys.exit("error: there is no such case")
    results = {}
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        futures = [pool.submit(judge, folder, arguments) for folder in folders]
        for folder, future in zip(folders, futures):
            status, reason = future.result()
            name = "/".join(folder.split(os.sep)[-2:])
            results[name] = {"status": status, "reason": reason, **describe_case(folder)}
            if status != "pass" and not arguments.quiet:
                print(f"{status}: {name}: {reason}", flush=True)
    if arguments.results:
        with open(arguments.results, "w") as file:
            json.dump(results, file, indent=1, sort_keys=True)
            file.write("\n")
    totals = {}
    for result in results.values():
        totals[result["status"]] = totals.get(result["status"], 0) + 1
    print(f"{len(results)} cases at -{arguments.level}:",
          ", ".join(f"{count} {status}" for status, count in sorted(totals.items())))
    failed = totals.get("wrong", 0) + totals.get("crash", 0)
    explained = {name: explain(name, result["status"], result["reason"]) for name, result in results.items()}
    if arguments.record:
        with open(arguments.record, "w") as file:
            json.dump(explained, file, indent=0, sort_keys=True)
            file.write("\n")
    if arguments.expect:
        with open(arguments.expect) as file:
            expected = json.load(file)
        failed = 0
        for name, result in results.items():
            before = expected.get(name, "nowhere").split(":")[0]
            if before != result["status"]:
                print(f"changed: {name} was {before}, is {result['status']}: {result['reason']}")
                failed += 1
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
