"""Common operators on every element type, at -O0 and -O2, against numpy.

  sweep_types.py --model-opt BIN [--types f16,i8] [--filter REGEX] [--results FILE] WORK

One model for each type holds all operators that take it, so that there is
little to compile. What the compiler refuses is compiled node by node, to name
all that fail. Exit code 0: every operator gives what numpy does.
"""

import argparse
import json
import os
import re
import subprocess
import sys

import numpy as np
from onnx import TensorProto, helper, save

OPSET = 22
TYPES = {
    "f64": (TensorProto.DOUBLE, np.float64, 1e-9), "f32": (TensorProto.FLOAT, np.float32, 2e-5),
    "f16": (TensorProto.FLOAT16, np.float16, 2.0**-9), "bf16": (TensorProto.BFLOAT16, None, 2.0**-6),
    "i8": (TensorProto.INT8, np.int8, 0), "i16": (TensorProto.INT16, np.int16, 0),
    "i32": (TensorProto.INT32, np.int32, 0), "i64": (TensorProto.INT64, np.int64, 0),
    "u8": (TensorProto.UINT8, np.uint8, 0), "u16": (TensorProto.UINT16, np.uint16, 0),
    "u32": (TensorProto.UINT32, np.uint32, 0), "u64": (TensorProto.UINT64, np.uint64, 0),
    "bool": (TensorProto.BOOL, np.bool_, 0),
}
FLOATS, SIGNED, UNSIGNED = "f64 f32 f16 bf16", "i8 i16 i32 i64", "u8 u16 u32 u64"
INTEGERS = SIGNED + " " + UNSIGNED
NUMBERS, WIDE = FLOATS + " " + INTEGERS, "i32 i64 u32 u64"
ALL = NUMBERS + " bool"


def to_bits(values):
    """float32 as bfloat16, to the nearest even."""
    bits = np.asarray(values, np.float32).view(np.uint32)
    rounded = (bits + 0x7FFF + ((bits >> 16) & 1)) >> 16
    return np.where(np.isnan(np.asarray(values, np.float32)), 0x7FC0, rounded).astype(np.uint16)


def from_bits(bits):
    return (np.atleast_1d(bits).astype(np.uint32) << 16).view(np.float32).reshape(np.shape(bits))


def round_to(values, kind):
    """Numbers (as float64) that the type can hold; integers wrap."""
    if kind == "bf16":
        return from_bits(to_bits(values)).astype(np.float64)
    with np.errstate(all="ignore"):
        rounded = np.asarray(values).astype(TYPES[kind][1])
    return rounded.astype(np.float64) if kind in FLOATS.split() else rounded


def erf(x):
    return np.vectorize(__import__("math").erf, otypes=[np.float64])(x)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def softmax(x, axis=-1):
    power = np.exp(x - x.max(axis, keepdims=True))
    return power / power.sum(axis, keepdims=True)


def normalize(x, axes, scale, offset):
    mean, variance = x.mean(axes, keepdims=True), x.var(axes, keepdims=True)
    return (x - mean) / np.sqrt(variance + 1e-5) * scale + offset


def truncated(a, b):
    """Integers are divided towards zero."""
    if a.dtype.kind == "f":
        return a / b
    if a.dtype.kind == "u":
        return a // b
    return (np.sign(a) * np.sign(b) * (np.abs(a.astype(object)) // np.abs(b.astype(object)))).astype(a.dtype)


def windows(x, reduce):
    """Windows of 2 by 2, one position apart."""
    return reduce(np.stack([x[:, :, :-1, :-1], x[:, :, :-1, 1:], x[:, :, 1:, :-1], x[:, :, 1:, 1:]]), 0)


def convolve(x, w):
    out = np.zeros([x.shape[0], w.shape[0], x.shape[2] - 1, x.shape[3] - 1])
    for y in range(2):
        for z in range(2):
            out += np.einsum("nchw,fc->nfhw", x[:, :, y:y + out.shape[2], z:z + out.shape[3]], w[:, :, y, z])
    return out


# name, operator, inputs, types, numpy, attributes. Inputs are a and b [3, 4],
# c [4] (no zeros in b and c), p in (0, 1) and q above 1, m and k for products,
# x and w for images, t truth values, i indices, and numbers.
CASES = []


def add(kinds, operator, inputs, function, result=None, **attributes):
    number = sum(case[1] == operator for case in CASES)
    CASES.append((f"{operator}{number or ''}", operator, inputs.split(), kinds.split(), function, attributes, result))


for operator, function in dict(
    Exp=np.exp, Erf=erf, Tanh=np.tanh, Sigmoid=sigmoid, Floor=np.floor, Ceil=np.ceil,
    Round=np.rint, Sin=np.sin, Cos=np.cos, Tan=np.tan, Atan=np.arctan, Sinh=np.sinh, Cosh=np.cosh,
    Asinh=np.arcsinh, Softplus=lambda a: np.log1p(np.exp(a)), Softsign=lambda a: a / (1 + np.abs(a)),
    Elu=lambda a: np.where(a < 0, np.expm1(a), a), Celu=lambda a: np.where(a < 0, np.expm1(a), a),
    Selu=lambda a: np.float32(1.0507010) * np.where(a < 0, np.float32(1.6732632) * np.expm1(a), a),
    HardSigmoid=lambda a: np.clip(0.2 * a + 0.5, 0, 1), HardSwish=lambda a: a * np.clip(a / 6 + 0.5, 0, 1),
    Gelu=lambda a: a / 2 * (1 + erf(a / np.sqrt(2))), Mish=lambda a: a * np.tanh(np.log1p(np.exp(a))),
    LeakyRelu=lambda a: np.where(a < 0, 0.01 * a, a), ThresholdedRelu=lambda a: np.where(a > 1, a, 0),
).items():
    add(FLOATS, operator, "a", function)
for operator, function in dict(Log=np.log, Sqrt=np.sqrt, Reciprocal=lambda a: 1 / a, Asin=np.arcsin,
                               Acos=np.arccos, Atanh=np.arctanh).items():
    add(FLOATS, operator, "p", function)
add(FLOATS, "Acosh", "q", np.arccosh)
add(FLOATS, "IsNaN", "a", np.isnan, "bool")
add(FLOATS, "IsInf", "a", np.isinf, "bool")
add(NUMBERS, "Abs", "a", np.abs)
add(FLOATS + " " + SIGNED, "Neg", "a", lambda a: -a)
add(NUMBERS, "Sign", "a", np.sign)
add(FLOATS + " " + SIGNED, "Relu", "a", lambda a: np.maximum(a, 0))
add(NUMBERS, "Clip", "a two five", lambda a, low, high: np.clip(a, low, high))
add(NUMBERS, "Clip", "a  five", lambda a, high: np.minimum(a, high))
CASES[-1] = CASES[-1][:2] + (["a", "", "five"],) + CASES[-1][3:]
add(NUMBERS, "Shrink", "a", lambda a: np.where(a.astype(np.float64) < -1.5, a.astype(np.float64) + 0.5, np.where(
    a.astype(np.float64) > 1.5, a.astype(np.float64) - 0.5, 0)), lambd=1.5, bias=0.5)
add("bool", "Not", "a", np.logical_not)
add(INTEGERS, "BitwiseNot", "a", np.invert)
for operator, function in dict(Add=np.add, Sub=np.subtract, Mul=np.multiply, Div=truncated).items():
    add(NUMBERS, operator, "a b", function)
    add(NUMBERS, operator, "a c", function)
for operator, function in dict(Max=np.maximum, Min=np.minimum).items():
    add(NUMBERS, operator, "a b c", lambda a, b, c, f=function: f(f(a, b), c))
    add(NUMBERS, operator, "a", lambda a: a)
add(FLOATS, "Sum", "a b c", lambda a, b, c: a + b + c)
add(FLOATS, "Sum", "a", lambda a: a)
add(FLOATS, "Mean", "a b c", lambda a, b, c: (a + b + c) / 3)
add(FLOATS, "Mean", "a", lambda a: a)
add(FLOATS, "Pow", "p a", np.power)
add("i32 i64 f64 f32 f16 bf16", "Pow", "b i3", lambda b, i: b ** i.astype(b.dtype))
add(FLOATS + " " + WIDE, "PRelu", "a c", lambda a, c: np.where(a < 0, a * c, a))
add(INTEGERS, "Mod", "a b", np.mod)
add(NUMBERS, "Mod", "a b", np.fmod, fmod=1)
for operator, function in dict(And=np.logical_and, Or=np.logical_or, Xor=np.logical_xor).items():
    add("bool", operator, "a b", function)
for operator, function in dict(And=np.bitwise_and, Or=np.bitwise_or, Xor=np.bitwise_xor).items():
    add(INTEGERS, "Bitwise" + operator, "a b", function)
add(UNSIGNED, "BitShift", "a two", lambda a, two: a << two, direction="LEFT")
add(UNSIGNED, "BitShift", "a two", lambda a, two: a >> two, direction="RIGHT")
add(ALL, "Equal", "a b", np.equal, "bool")
for operator, function in dict(Greater=np.greater, GreaterOrEqual=np.greater_equal, Less=np.less,
                               LessOrEqual=np.less_equal).items():
    add(NUMBERS, operator, "a b", function, "bool")
add(ALL, "Where", "t a c", np.where)
add(ALL, "Identity", "a", lambda a: a)
add(ALL, "Transpose", "a", np.transpose)
add(ALL, "Flatten", "x", lambda x: x.reshape(x.shape[0], -1))
add(ALL, "Concat", "a b", lambda a, b: np.concatenate([a, b], 1), axis=1)
add(ALL, "Pad", "a pads", lambda a, p: np.pad(a, [(1, 0), (0, 2)]))
add(ALL, "Expand", "c shape", lambda c, s: np.broadcast_to(c, s))
add(ALL, "Tile", "a repeats", np.tile)
add(ALL, "Gather", "a i", lambda a, i: a[:, i], axis=1)
add(ALL, "GatherElements", "a j", lambda a, j: np.take_along_axis(a, j, 1), axis=1)
add(ALL, "Trilu", "a", np.triu)
add(ALL, "Slice", "a one ends axes", lambda a, *_: a[:, 1:3])
add(ALL, "Unsqueeze", "a one", lambda a, _: a[:, None])
add(NUMBERS, "EyeLike", "a", lambda a: np.eye(3, 4).astype(a.dtype))
add(ALL, "Size", "a", lambda a: np.int64(12), "i64")
REDUCED = FLOATS + " " + WIDE
for operator, kinds, function in (
    ("ReduceSum", REDUCED, np.sum), ("ReduceProd", REDUCED, np.prod), ("ReduceMax", REDUCED + " i8 u8", np.max),
    ("ReduceMin", REDUCED + " i8 u8", np.min), ("ReduceL1", REDUCED, lambda a, axis, **o: np.abs(a).sum(axis, **o)),
    ("ReduceSumSquare", REDUCED, lambda a, axis, **o: (a * a).sum(axis, **o)),
    ("ReduceMean", FLOATS, np.mean),
    ("ReduceL2", FLOATS, lambda a, axis, **o: np.sqrt((a * a).sum(axis, **o))),
    ("ReduceLogSumExp", FLOATS, lambda a, axis, **o: np.log(np.exp(a).sum(axis, **o))),
):
    add(kinds, operator, "a one", lambda a, _, f=function: f(a, axis=1, keepdims=True))
add("bool", "ReduceMax", "a one", lambda a, _: a.max(1, keepdims=True))
add("bool", "ReduceMin", "a one", lambda a, _: a.min(1, keepdims=True))
add(NUMBERS, "ArgMax", "a", lambda a: a.argmax(0)[None], "i64")
add(NUMBERS, "ArgMin", "a", lambda a: a.argmin(0)[None], "i64")
add(NUMBERS, "CumSum", "a n0", lambda a, _: a.cumsum(0))
add(FLOATS + " " + WIDE, "MatMul", "m k", np.matmul)
add(FLOATS + " " + WIDE, "Gemm", "m k n", lambda m, k, n: m @ k + n)
add(FLOATS, "Conv", "x w", convolve)
add(FLOATS + " i8 u8", "MaxPool", "x", lambda x: windows(x, np.max), kernel_shape=[2, 2])
add(FLOATS, "AveragePool", "x", lambda x: windows(x, np.mean), kernel_shape=[2, 2])
add(FLOATS, "GlobalAveragePool", "x", lambda x: x.mean((2, 3), keepdims=True))
add(FLOATS, "Softmax", "a", softmax)
add(FLOATS, "LogSoftmax", "a", lambda a: np.log(softmax(a)))
add(FLOATS, "LayerNormalization", "a c c", lambda a, c, d: normalize(a, 1, c, d))
add(FLOATS, "InstanceNormalization", "x two2 two2", lambda x, s, o: normalize(x, (2, 3), 2, 2))
for target, (code, *_) in TYPES.items():
    add(ALL, "Cast", "a", None, target, to=code)


def make_inputs(kind):
    random = np.random.default_rng(3)
    isFloat = kind in FLOATS.split()

    def draw(shape, low, high):
        if kind == "bool":
            return random.integers(0, 2, shape).astype(bool)
        if isFloat:
            return round_to(random.random(shape) * (high - low) + low, kind)
        return random.integers(0 if kind[0] == "u" else low, high, shape).astype(TYPES[kind][1])

    nonzero = draw([3, 4], 1, 4)
    row = draw([4], 1, 4)
    if kind[0] != "u" and kind != "bool":
        row[1:3] *= -1
        nonzero[1] *= -1
    if kind[0] in "iu":
        nonzero, row = np.where(nonzero == 0, 1, nonzero), np.where(row == 0, 1, row)
        nonzero, row = nonzero.astype(TYPES[kind][1]), row.astype(TYPES[kind][1])
    two, five = (round_to(np.asarray(value), kind) for value in (2, 5))
    integer = lambda *values: np.array(values, np.int64)
    typed = dict(
        a=draw([3, 4], -5, 9), b=nonzero, c=row, p=draw([3, 4], 0.05, 0.95) if isFloat else nonzero,
        q=draw([3, 4], 1.1, 3) if isFloat else nonzero, m=draw([3, 5], -3, 4), k=draw([5, 4], -3, 4), n=draw([4], -3, 4),
        x=draw([2, 2, 4, 5], -3, 4), w=draw([3, 2, 2, 2], -3, 4), two=two, five=five, two2=np.array([two, two]),
    )
    plain = dict(
        t=np.array([[True, False, True, True]]), i=integer(3, 0), j=integer(0, 1, 3, 2, 2, 0).reshape(3, 2),
        i3=np.array([1, 2, 3, 2], np.int32), pads=integer(1, 0, 0, 2), shape=integer(3, 4), repeats=integer(2, 1),
        one=integer(1), ends=integer(3), axes=integer(1), n0=np.int64(0),
    )
    return typed, plain


def cast(array, kind, target):
    """Numbers are cut towards zero and saturate; integers wrap."""
    if target == "bool":
        return array != 0
    if target in FLOATS.split() or kind not in FLOATS.split():
        return round_to(array.astype(np.float64) if target in FLOATS.split() else array, target)
    limits = np.iinfo(TYPES[target][1])
    return np.clip(np.trunc(array), limits.min, limits.max).astype(TYPES[target][1])


class Sweep:
    def __init__(self, kind, arguments):
        self.kind, self.arguments = kind, arguments
        self.code, self.dtype, self.tolerance = TYPES[kind]
        self.typed, self.plain = make_inputs(kind)
        self.cases = [case for case in CASES if kind in case[3] and re.search(arguments.filter, case[0])]
        self.failures = []

    def build(self, cases, path):
        used = {name for case in cases for name in case[2]}
        inputs = [helper.make_tensor_value_info(name, self.code, value.shape)
                  for name, value in self.typed.items() if name in used]
        plain = [helper.make_tensor(name, helper.np_dtype_to_tensor_dtype(value.dtype) if hasattr(
            helper, "np_dtype_to_tensor_dtype") else {"b": 9, "i": 7 if value.dtype == np.int64 else 6}[value.dtype.kind],
            value.shape, value.ravel().tolist()) for name, value in self.plain.items() if name in used]
        nodes = [helper.make_node(operator, names, [name], name=name, **attributes)
                 for name, operator, names, _, _, attributes, _ in cases]
        outputs = [helper.make_tensor_value_info(case[0], TYPES[case[6] or self.kind][0], None) for case in cases]
        graph = helper.make_graph(nodes, "sweep", inputs, outputs, plain)
        save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)]), path)
        return [value.name for value in inputs]

    def execute(self, cases, level):
        """The outputs, or what went wrong."""
        stem = os.path.join(self.arguments.work, f"{self.kind}-{os.getpid()}")
        names = self.build(cases, stem + ".onnx")
        command = [stem]
        for name in names:
            value = self.typed[name]
            np.save(f"{stem}-{name}.npy", to_bits(value) if self.kind == "bf16" else value.astype(self.dtype))
            command += ["--input", f"{name}={stem}-{name}.npy"]
        for line in ([self.arguments.model_opt, stem + ".onnx", level, "-o", stem], [*command, "--output", stem + ".npz"]):
            done = subprocess.run(line, capture_output=True, text=True, errors="replace")
            if done.returncode:
                return f"exit code {done.returncode}: {(done.stderr.splitlines() or [''])[0]}"
        with np.load(stem + ".npz") as archive:
            return dict(archive)

    def run(self):
        for level in ("-O0", "-O2"):
            got = self.execute(self.cases, level)
            if isinstance(got, str):
                for case in self.cases:
                    single = self.execute([case], level)
                    if isinstance(single, str):
                        self.failures.append(f"{self.kind} {level} {case[0]}: {single}")
                    else:
                        self.compare(case, single[case[0]], level)
                continue
            for case in self.cases:
                self.compare(case, got[case[0]], level)

    def compare(self, case, got, level):
        name, operator, names, _, function, _, result = case
        values = [{**self.typed, **self.plain}[key] for key in names if key]
        result = result or self.kind
        with np.errstate(all="ignore"):
            if operator == "Cast":
                want = cast(values[0], self.kind, result)
            else:
                want = round_to(function(*values), result)
        if result == "bf16":
            got = from_bits(got.view("<u2"))
        elif got.dtype != TYPES[result][1]:
            return self.failures.append(f"{self.kind} {level} {name}: gives {got.dtype}, not {result}")
        if got.shape != want.shape:
            return self.failures.append(f"{self.kind} {level} {name}: gives {got.shape}, not {want.shape}")
        if result in FLOATS.split():
            rate = max(self.tolerance, TYPES[result][2])
            equal = np.allclose(got.astype(np.float64), want, rtol=rate, atol=rate, equal_nan=True)
        else:
            equal = np.array_equal(got, want)
        if not equal:
            self.failures.append(f"{self.kind} {level} {name}:\n{got}\nis not\n{want}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", help="a folder to work in")
    parser.add_argument("--model-opt", default="model-opt", help="the compiler")
    parser.add_argument("--types", default=",".join(TYPES), help="which element types, by comma")
    parser.add_argument("--filter", default="", help="only operators whose name matches")
    parser.add_argument("--results", help="JSON file to write: for each operator, each type and whether it passes")
    arguments = parser.parse_args()
    os.makedirs(arguments.work, exist_ok=True)
    failures, count, results = [], 0, {}
    for kind in arguments.types.split(","):
        sweep = Sweep(kind, arguments)
        if sweep.cases:
            sweep.run()
        failures += sweep.failures
        count += len(sweep.cases)
        for name, operator, *_ in sweep.cases:
            failed = any(re.match(rf"\S+ \S+ {re.escape(name)}:", failure) for failure in sweep.failures)
            results.setdefault(operator, {}).setdefault(kind, True)
            results[operator][kind] &= not failed
    for failure in failures:
        print(failure)
    if arguments.results:
        with open(arguments.results, "w") as file:
            json.dump(results, file, indent=1, sort_keys=True)
            file.write("\n")
    print(f"{count} operators on types at two levels: {len(failures)} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
