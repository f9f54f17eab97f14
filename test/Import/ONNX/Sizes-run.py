# RUN: %python %s %t
# UNSUPPORTED: sanitized
"""Shapes, axes, positions, borders and counts that only the data decides, and
results of which only the data decides how many there are: compiled ONNX models
against numpy, with and without a declared shape of the output."""

import os
import subprocess
import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

WORK = sys.argv[1]
FLOAT, INT, BOOL = TensorProto.FLOAT, TensorProto.INT64, TensorProto.BOOL
KINDS = {np.dtype(np.float32): FLOAT, np.dtype(np.int64): INT, np.dtype(bool): BOOL, np.dtype(np.int32): TensorProto.INT32}
MODELS = []


def kind_of(array):
    return KINDS[np.asarray(array).dtype]


class Model:
    """All nodes that share inputs, so that there is little to compile."""

    def __init__(self, name, opset=18, **inputs):
        """An input is an array, whose shape stands, or a pair of a shape and
        several arrays."""
        self.name, self.opset = name, opset
        self.inputs = {key: value if isinstance(value, tuple) else (np.shape(value), [value]) for key, value in inputs.items()}
        self.nodes, self.weights, self.outputs = [], [], []
        MODELS.append(self)

    def const(self, *values, kind=np.int64, scalar=False):
        name = f"w{len(self.weights)}"
        array = np.array(values[0] if scalar else values, kind)
        self.weights.append(numpy_helper.from_array(array, name))
        return name

    def add(self, operator, inputs, function, declared=None, kind=FLOAT, count=1, **attributes):
        """`function` gives what numpy does from the inputs by name."""
        names = [f"y{len(self.outputs) + i}" for i in range(count)]
        kinds = kind if isinstance(kind, list) else [kind] * count
        self.nodes.append(helper.make_node(operator, inputs, names, name=f"the_{names[0]}", **attributes))
        for i, name in enumerate(names):
            shape = declared[i] if isinstance(declared, list) and count > 1 else declared
            pick = (lambda f, i: lambda **k: f(**k)[i])(function, i) if count > 1 else function
            self.outputs.append((helper.make_tensor_value_info(name, kinds[i], shape), pick))
        return names[0] if count == 1 else names

    def write(self):
        path = os.path.join(WORK, self.name)
        values = [helper.make_tensor_value_info(name, kind_of(arrays[0]), shape) for name, (shape, arrays) in self.inputs.items()]
        graph = helper.make_graph(self.nodes, self.name, values, [value for value, _ in self.outputs], self.weights)
        save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", self.opset)]), path + ".onnx")
        return path

    def sets(self):
        for i in range(max(len(arrays) for _, arrays in self.inputs.values())):
            yield {name: np.asarray(arrays[min(i, len(arrays) - 1)]) for name, (_, arrays) in self.inputs.items()}


def x_of(*shape):
    return np.random.default_rng(sum(shape)).random(shape, np.float32) - np.float32(0.5)


X = x_of(3, 4)
TWO = [x_of(3, 4), x_of(5, 4)]

# The same with open axes, and with all that is known of the output declared.
for declared in (False, True):
    know = (lambda *dims: list(dims)) if declared else lambda *dims: None
    text = "declared" if declared else "open"

    m = Model(f"reshape-{text}", x=(["n", 4], TWO), s=([2], [np.array([0, 4]), np.array([2, -1])]),
              t=([3], [np.array([2, 0, -1]), np.array([5, 2, 2])]) if not declared else ([3], [np.array([3, 2, 2]), np.array([5, 2, -1])]))
    m.add("Reshape", ["x", "s"], lambda x, s, t: x.reshape([len(x) if s[0] == 0 else s[0], s[1]]), know("a", "b"))
    if declared:
        m.add("Reshape", ["x", "t"], lambda x, s, t: x.reshape(t), ["n", 2, 2])

    m = Model(f"zero-{text}", x=([0, 4], [np.zeros((0, 4), np.float32)]), s=([2], [np.array([7, 0])]))
    m.add("Reshape", ["x", "s"], lambda x, s: x.reshape(s), know(7, 0), allowzero=1)

    m = Model(f"expand-{text}", x=([3, 1], [X[:, :1]]), s=([3], [np.array([2, 1, 4]), np.array([1, 3, 1])]))
    m.add("Expand", ["x", "s"], lambda x, s: x * np.ones(s, np.float32), know("a", 3, "b"))

    m = Model(f"tile-{text}", x=([3, 4], [X]), r=([2], [np.array([2, 3]), np.array([0, 1])]))
    m.add("Tile", ["x", "r"], lambda x, r: np.tile(x, r), know("a", "b"))

    m = Model(f"slice-{text}", x=(["n", 4], TWO),
              b=([2], [np.array([-1, 3]), np.array([1, -100]), np.array([100, 0])]),
              e=([2], [np.array([-100, 0]), np.array([3, 2]), np.array([0, 1000])]),
              k=([2], [np.array([-1, -2]), np.array([2, 1]), np.array([-2, 3])]))
    m.add("Slice", ["x", "b", "e", "", "k"], lambda x, b, e, k: x[b[0]:e[0]:k[0], b[1]:e[1]:k[1]], know("p", "q"))
    m.add("Slice", ["x", "b", "e", m.const(1, -2)], lambda x, b, e, k: x[b[1]:e[1], b[0]:e[0]], know("r", "t"))

    m = Model(f"split-{text}", x=([6, 4], [x_of(6, 4)]), s=([3], [np.array([1, 2, 3]), np.array([6, 0, 0])]))
    m.add("Split", ["x", "s"], lambda x, s: np.split(x, np.cumsum(s)[:2]), [know("a", 4), know("b", 4), know("c", 4)], count=3)

    for mode in ("constant", "edge", "reflect", "wrap"):
        if mode == "wrap" and declared:
            continue
        m = Model(f"pad-{mode}-{text}", opset=19, x=(["n", 4], TWO), p=([4], [np.array([1, 0, 2, 3]), np.array([0, 2, 0, 1])]),
                  q=([2], [np.array([2, 1])]))
        m.add("Pad", ["x", "p"], lambda x, p, q, mode=mode: np.pad(x, [(p[0], p[2]), (p[1], p[3])], mode), know("r", "c"), mode=mode)
        if mode == "constant":
            m.add("Pad", ["x", "q", m.const(1.5, kind=np.float32, scalar=True), m.const(-1)],
                  lambda x, p, q: np.pad(x, [(0, 0), q], constant_values=1.5), know("n", 7), mode=mode)

    m = Model(f"range-{text}", a=([], [np.int64(2), np.int64(9), np.int64(3)]), b=([], [np.int64(9), np.int64(-2), np.int64(3)]),
              d=([], [np.int64(3), np.int64(-4), np.int64(1)]),
              f=([], [np.float32(0.5)]), g=([], [np.float32(2.1), np.float32(0.5)]))
    m.add("Range", ["a", "b", "d"], lambda a, b, d, f, g: np.arange(a, b, d), know("i"), INT)
    m.add("Range", ["f", "g", m.const(0.25, kind=np.float32, scalar=True)],
          lambda a, b, d, f, g: np.arange(f, g, 0.25).astype(np.float32), know("j"))

    m = Model(f"fill-{text}", s=([3], [np.array([2, 0, 3]), np.array([1, 4, 2])]))
    m.add("ConstantOfShape", ["s"], lambda s: np.full(s, 7), know("a", "b", "c"), INT,
          value=helper.make_tensor("v", INT, [1], [7]))

    m = Model(f"onehot-{text}", i=([3], [np.array([0, 2, -1])]), d=([], [np.int64(3), np.int64(5)]))
    m.add("OneHot", ["i", "d", m.const(-1, 4, kind=np.float32)], lambda i, d: np.where(np.eye(d)[i] > 0, 4, -1).astype(np.float32),
          know(3, "d"))

    m = Model(f"reduce-{text}", x=([2, 3, 4], [x_of(2, 3, 4)]), a=([2], [np.array([0, -1]), np.array([1, 2])]) if not declared
              else ([2], [np.array([0, -1])]))
    m.add("ReduceSum", ["x", "a"], lambda x, a: x.sum(tuple(a), keepdims=True), know(1, 3, 1))
    m.add("ReduceMax", ["x", "a"], lambda x, a: x.max(tuple(a), keepdims=True), know(1, 3, 1))
    m.add("ReduceL2", ["x", "a"], lambda x, a: np.sqrt((x * x).sum(tuple(a), keepdims=True)), know(1, 3, 1))
    if declared:
        m.add("ReduceMean", ["x", "a"], lambda x, a: x.mean(tuple(a)), know(3), keepdims=0)

    sparse = [np.where(np.abs(v) > 0.2, v, 0) for v in TWO]
    m = Model(f"find-{text}", x=(["n", 4], sparse + [np.zeros((2, 4), np.float32)]),
              c=([4], [np.array([True, False, True, True]), np.zeros(4, bool)]))
    m.add("NonZero", ["x"], lambda x, c: np.array(np.nonzero(x)), know(2, "found"), INT)
    m.add("Compress", ["x", "c"], lambda x, c: np.compress(c, x, 1), know("n", "kept"), axis=-1)
    m.add("Compress", ["x", "c"], lambda x, c: x.ravel()[:4][c], know("left"))

    whole = np.array([[3, 1, 3, 2], [1, 1, 0, 2], [3, 1, 3, 2]])
    m = Model(f"unique-{text}", x=(["n", 4], [whole, np.zeros((1, 4), np.int64)]))

    def unique(x, axis=None):
        values, first, inverse, counts = np.unique(x, True, True, True, axis)
        return values, first, inverse.ravel(), counts

    m.add("Unique", ["x"], lambda x: unique(x), [know("u"), know("u"), None, know("u")], INT, 4)
    m.add("Unique", ["x"], lambda x: unique(x, 0), [know("r", 4), know("r"), None, know("r")], INT, 4, axis=0)
    m.add("Unique", ["x"], lambda x: unique(x, 1), [know("n", "c"), know("c"), None, know("c")], INT, 4, axis=-1)

    def appear(x):
        values, first, inverse, counts = np.unique(x, True, True, True)
        order = np.argsort(first)
        place = np.argsort(order)
        return values[order], first[order], place[inverse.ravel()], counts[order]

    m.add("Unique", ["x"], lambda x: appear(x), [know("o"), know("o"), None, know("o")], INT, 4, sorted=0)

    boxes = np.float32([[[0, 0, 1, 1], [0, 0.1, 1, 1.1], [0, -0.1, 1, 0.9], [0, 10, 1, 11], [1, 11, 0, 10], [0, 100, 1, 101]]])
    scores = np.float32([[[0.9, 0.75, 0.6, 0.95, 0.5, 0.3], [0, 0, 0, 0, 0, 0.4]]])
    m = Model(f"boxes-{text}", boxes=([1, 6, 4], [boxes]), scores=([1, 2, 6], [scores]),
              most=([], [np.int64(3), np.int64(1), np.int64(0)]))

    def suppress(boxes, scores, most, overlap=0.5, least=0.05):
        rows = []
        for label, values in enumerate(scores[0]):
            taken = []
            for box in np.argsort(-values, kind="stable"):
                if values[box] <= least or len(taken) >= most:
                    continue
                corners = lambda b: np.sort(boxes[0][b].reshape(2, 2), 0)
                def shared(b, c):
                    (b0, b1), (c0, c1) = corners(b), corners(c)
                    common = np.prod(np.maximum(np.minimum(b1, c1) - np.maximum(b0, c0), 0))
                    return common / (np.prod(b1 - b0) + np.prod(c1 - c0) - common)
                if all(shared(box, other) <= overlap for other in taken):
                    taken.append(box)
            rows += [[0, label, box] for box in taken]
        return np.array(rows, np.int64).reshape(-1, 3)

    m.add("NonMaxSuppression", ["boxes", "scores", "most", m.const(0.5, kind=np.float32), m.const(0.05, kind=np.float32)],
          suppress, know("s", 3), INT)
    m.add("NonMaxSuppression", ["boxes", "scores", m.const(2), m.const(0.5, kind=np.float32)],
          lambda boxes, scores, most: suppress(boxes, scores, 2, 0.5, -np.inf), know("t", 3), INT)


def execute(command):
    return subprocess.run(command, capture_output=True, text=True)


def check(model, level):
    path = model.write()
    done = execute(["model-opt", path + ".onnx", "-o", path, level])
    if done.returncode:
        return [f"{model.name} {level}: {done.stderr}"]
    wrong = []
    for inputs in model.sets():
        np.savez(path + ".in.npz", **inputs)
        done = execute([path, "--input", path + ".in.npz", "--output", path + ".npz"])
        if done.returncode:
            wrong.append(f"{model.name} {level} {inputs}: {done.stderr}")
            continue
        got = np.load(path + ".npz")
        for value, function in model.outputs:
            with np.errstate(all="ignore"):
                want = np.asarray(function(**inputs))
            have = got[value.name]
            if have.dtype != want.dtype or have.shape != want.shape or not np.allclose(have, want, 1e-5, 1e-6):
                wrong.append(f"{model.name} {level} {inputs}: {value.name} is\n{have}\nnot\n{want}")
    return wrong


os.makedirs(WORK, exist_ok=True)
failures = [failure for model in MODELS for level in ("-O0", "-O2") for failure in check(model, level)]
if failures:
    sys.exit("\n".join(failures))
