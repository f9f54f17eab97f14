# RUN: %python %s %t
# UNSUPPORTED: sanitized
"""If, Loop, Scan and functions of a model, compiled and compared with numpy."""

import os
import subprocess
import sys

import numpy as np
from onnx import AttributeProto, FunctionProto, TensorProto, helper, numpy_helper, save

WORK = sys.argv[1]
FLOAT, INT, BOOL = TensorProto.FLOAT, TensorProto.INT64, TensorProto.BOOL
node = helper.make_node


def value(name, kind=FLOAT, shape=None):
    return helper.make_tensor_value_info(name, kind, shape)


def constant(name, array):
    return node("Constant", [], [name], value=numpy_helper.from_array(np.asarray(array), name))


def graph(nodes, inputs=(), outputs=(), name="inner", weights=()):
    weights = [numpy_helper.from_array(np.asarray(array), key) for key, array in weights]
    return helper.make_graph(nodes, name, [value(i) if isinstance(i, str) else i for i in inputs],
                             [value(o) if isinstance(o, str) else o for o in outputs], weights)


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def check(name, top, cases, opset=17, functions=(), domains=()):
    """`cases` are pairs of arrays by input's name and by output's name."""
    imports = [helper.make_opsetid("", opset), *(helper.make_opsetid(domain, 1) for domain in domains)]
    model = helper.make_model(top, opset_imports=imports, functions=list(functions))
    path = os.path.join(WORK, name)
    save(model, path + ".onnx")
    for level in ("-O0", "-O2"):
        run(["model-opt", path + ".onnx", "-o", path, level])
        for inputs, outputs in cases:
            np.savez(path + ".in.npz", **inputs)
            run([path, "--input", path + ".in.npz", "--output", path + ".npz"])
            got = np.load(path + ".npz")
            for key, want in outputs.items():
                want, have = np.asarray(want), got[key]
                if have.dtype != want.dtype or have.shape != want.shape or not np.allclose(have, want, 1e-5, 1e-6):
                    sys.exit(f"{name} {level}, output {key} of\n{inputs}:\n{have}\nis not\n{want}")


def x_of(*shape):
    return np.random.default_rng(sum(shape)).random(shape, np.float32)


def test_if():
    # The branches read an outer value that a node after the If makes, and a
    # weight of their own; the condition has one axis.
    then = graph([node("Add", ["late", "w"], ["a"])], [], ["a"], weights=[("w", np.float32([1, 2, 3, 4]))])
    other = graph([node("Mul", ["x", "late"], ["b"])], [], ["b"])
    top = graph(
        [node("If", ["c"], ["r"], then_branch=then, else_branch=other), node("Neg", ["r"], ["y"]), node("Exp", ["x"], ["late"])],
        [value("c", BOOL, [1]), value("x", FLOAT, ["n", 4])], ["y"], "top")
    x = x_of(3, 4)
    check("if", top, [
        (dict(c=np.array([True]), x=x), dict(y=-(np.exp(x) + np.float32([1, 2, 3, 4])))),
        (dict(c=np.array([False]), x=x[:0]), dict(y=x[:0])),
        (dict(c=np.array([False]), x=x), dict(y=-x * np.exp(x))),
    ])


def test_loop(opset):
    # Fibonacci: the values change places; ends early; stacks.
    body = graph([
        node("Add", ["p", "q"], ["s"]), node("Identity", ["q"], ["p1"]),
        node("Add", ["i", "one"], ["turns"]), node("Less", ["s", "top"], ["go"]), node("Identity", ["p"], ["seen"])],
        [value("i", INT, []), value("c", BOOL, []), value("p", INT, []), value("q", INT, [])],
        [value("go", BOOL, []), value("p1", INT, []), value("s", INT, []), value("seen", INT, []), value("turns", INT, [])])
    top = graph([constant("one", np.int64(1)), node("Loop", ["most", "start", "a", "b"], ["u", "v", "all", "turns"], body=body)],
                [value("most", INT, []), value("start", BOOL, []), value("top", INT, []), value("a", INT, []), value("b", INT, [])],
                [value("u", INT), value("v", INT), value("all", INT), value("turns", INT)], "top")

    def expect(most, start, limit):
        p, q, seen = 0, 1, []
        while start and len(seen) < most:
            seen.append(p)
            p, q = q, p + q
            start = q < limit
        return dict(u=np.int64(p), v=np.int64(q), all=np.array(seen, np.int64), turns=np.arange(1, len(seen) + 1))

    check(f"loop{opset}", top, [
        (dict(most=np.int64(m), start=np.bool_(s), top=np.int64(t), a=np.int64(0), b=np.int64(1)), expect(m, s, t))
        for m, s, t in ((0, True, 99), (5, True, 999), (50, True, 99), (7, False, 9))], opset)


def test_loop_forms():
    # Without a number of turns; without a condition; with neither carried
    # values nor stacks of another rank; the condition is not the body's own.
    less = graph([constant("one", np.float32(1)), node("Add", ["s", "one"], ["t"]), node("Less", ["t", "x0"], ["go"])],
                 [value("i", INT, []), value("c", BOOL, []), value("s", FLOAT, [])],
                 [value("go", BOOL, []), value("t", FLOAT, [])])
    rows = graph([node("Cast", ["i"], ["f"], to=FLOAT), node("Mul", ["x", "f"], ["row"]), node("Identity", ["c"], ["go"])],
                 [value("i", INT, []), value("c", BOOL, [])], [value("go", BOOL, []), value("row", FLOAT, ["n"])])
    top = graph([
        constant("zero", np.float32(0)), constant("yes", np.bool_(True)), constant("three", np.int64([3])),
        node("ReduceMax", ["x"], ["x0"], keepdims=0),
        node("Loop", ["", "yes", "zero"], ["above"], body=less), node("Loop", ["three", ""], ["table"], body=rows)],
        [value("x", FLOAT, ["n"])], ["above", "table"], "top")
    for x in (np.float32([2.5, 1]), np.float32([-4])):
        above = max(1, np.ceil(x.max()))
        check("loop-forms", top, [(dict(x=x), dict(above=np.float32(above), table=x * np.float32([[0], [1], [2]])))])


def test_nested():
    # An If in a Loop in an If.
    inner_then = graph([node("Add", ["v", "x"], ["t"])], [], ["t"])
    inner_else = graph([node("Mul", ["v", "two"], ["e"])], [], ["e"])
    body = graph([
        node("Mod", ["i", "even"], ["rest"]), node("Cast", ["rest"], ["odd"], to=BOOL),
        node("If", ["odd"], ["v1"], then_branch=inner_then, else_branch=inner_else), node("Identity", ["c"], ["go"])],
        [value("i", INT, []), value("c", BOOL, []), value("v", FLOAT, ["n", 4])],
        [value("go", BOOL, []), value("v1", FLOAT, ["n", 4])])
    then = graph([node("Loop", ["turns", "", "x"], ["end"], body=body)], [], [value("end", FLOAT, ["n", 4])])
    other = graph([node("Neg", ["x"], ["minus"])], [], ["minus"])
    top = graph([
        constant("two", np.float32(2)), constant("even", np.int64(2)),
        node("If", ["c"], ["y"], then_branch=then, else_branch=other)],
        [value("c", BOOL, []), value("turns", INT, []), value("x", FLOAT, ["n", 4])], ["y"], "top")

    def expect(x, turns):
        v = x
        for i in range(turns):
            v = v + x if i % 2 else v * 2
        return v

    x = x_of(2, 4)
    check("nested", top, [(dict(c=np.bool_(c), turns=np.int64(t), x=x), dict(y=expect(x, t) if c else -x))
                          for c, t in ((True, 0), (True, 5), (False, 3))])


def scan_body():
    return graph([node("Add", ["s", "a"], ["t"]), node("Mul", ["t", "b"], ["row"]), node("Identity", ["s"], ["before"])],
                 [value("s", FLOAT, [2, 3]), value("a", FLOAT, [2, 3]), value("b", FLOAT, [2, 3])],
                 [value("t", FLOAT, [2, 3]), value("row", FLOAT, [2, 3]), value("before", FLOAT, [2, 3])])


def scan(state, a, b, in_axes, in_back, out_axes, out_back):
    turns = a.shape[in_axes[0]]
    rows, before = [], []
    for i in range(turns):
        take = [np.take(value, turns - 1 - i if back else i, axis) for value, axis, back in zip((a, b), in_axes, in_back)]
        before.append(state)
        state = state + take[0]
        rows.append(state * take[1])
    stack = [np.stack(values[::-1] if back else values, axis) for values, axis, back in zip((rows, before), out_axes, out_back)]
    return dict(t=state, rows=stack[0], all=stack[1])


def test_scan(opset):
    for in_axes in ((0, 0), (1, 2), (-1, -3)):
        for out_axes in ((0, 0), (2, 1), (-1, -2)):
            back_in, back_out = ((0, 0), (0, 1)) if out_axes[0] else ((1, 0), (1, 0))
            shapes = [[2, 3] for _ in in_axes]
            for shape, axis in zip(shapes, in_axes):
                shape.insert(axis if axis >= 0 else axis + 3, "turns")
            attributes = dict(scan_input_axes=in_axes, scan_output_axes=out_axes, scan_input_directions=back_in,
                              scan_output_directions=back_out)
            top = graph([node("Scan", ["s0", "a", "b"], ["t", "rows", "all"], num_scan_inputs=2, body=scan_body(), **attributes)],
                        [value("s0", FLOAT, [2, 3]), value("a", FLOAT, shapes[0]), value("b", FLOAT, shapes[1])],
                        ["t", "rows", "all"], "top")
            arrays = [x_of(*(4 if size == "turns" else size for size in shape)) for shape in shapes]
            state = x_of(2, 3)
            check("scan", top, [(dict(s0=state, a=arrays[0], b=arrays[1]),
                                 scan(state, *arrays, in_axes, back_in, out_axes, back_out))], opset)
            if opset < 11 and in_axes == (0, 0):
                return


def test_scan8():
    # Operator set 8: a batch in front of everything, one direction an input.
    top = graph([node("Scan", ["", "s0", "a", "b"], ["t", "rows", "all"], num_scan_inputs=2, body=scan_body(), directions=[0, 1])],
                [value("s0", FLOAT, ["batch", 2, 3]), value("a", FLOAT, ["batch", "turns", 2, 3]),
                 value("b", FLOAT, ["batch", "turns", 2, 3])], ["t", "rows", "all"], "top")
    state, a, b = x_of(5, 2, 3), x_of(5, 4, 2, 3), x_of(5, 4, 2, 3) + 1
    parts = [scan(state[i], a[i], b[i], (0, 0), (0, 1), (0, 0), (0, 0)) for i in range(5)]
    check("scan8", top, [(dict(s0=state, a=a, b=b), {key: np.stack([part[key] for part in parts]) for key in parts[0]})], 8)


def reference(kind, name, refers):
    attribute = AttributeProto(name=name, ref_attr_name=refers, type=kind)
    return attribute


def test_functions():
    # scaled(x, w?) = slope * x (+ w) and twice(x) = scaled(scaled(x)); the slope
    # is an attribute with a default, which the schema that python writes lacks.
    multiply = node("Constant", [], ["k"])
    multiply.attribute.append(reference(AttributeProto.FLOAT, "value_float", "slope"))
    imports = [helper.make_opsetid("", 17), helper.make_opsetid("mine", 1)]
    scaled = helper.make_function("mine", "Scaled", ["x", "low"], ["y"],
                                  [multiply, node("Mul", ["x", "k"], ["m"]), node("Clip", ["m", "low"], ["y"])], imports, ["slope"])
    default = helper.make_attribute("slope", 3.0).SerializeToString()
    scaled = FunctionProto.FromString(scaled.SerializeToString() + b"\x5a" + bytes([len(default)]) + default)
    inner = node("Scaled", ["x"], ["h"], domain="mine")
    inner.attribute.append(reference(AttributeProto.FLOAT, "slope", "outer"))
    twice = helper.make_function("mine", "Twice", ["x"], ["h", "y"],
                                 [inner, node("Scaled", ["h", ""], ["y"], domain="mine")], imports, ["outer"])
    # Within a function's If, attributes are bound, too.
    leaky = node("LeakyRelu", ["x"], ["a"])
    leaky.attribute.append(reference(AttributeProto.FLOAT, "alpha", "slope"))
    choose = helper.make_function(
        "mine", "Choose", ["c", "x"], ["y"],
        [node("If", ["c"], ["y"], then_branch=graph([leaky], [], ["a"]), else_branch=graph([node("Neg", ["x"], ["b"])], [], ["b"]))],
        imports, ["slope"])
    top = graph([
        constant("low", np.float32(0.5)),
        node("Scaled", ["x", "low"], ["u"], domain="mine", slope=2.0), node("Scaled", ["x"], ["v"], domain="mine"),
        node("Twice", ["x"], ["", "w"], domain="mine", outer=0.5), node("Choose", ["c", "x"], ["z"], domain="mine", slope=0.25)],
        [value("x", FLOAT, ["n"]), value("c", BOOL, [])], ["u", "v", "w", "z"], "top")
    x = np.float32([-1, 0.1, 2])
    leaked = np.where(x < 0, 0.25 * x, x)
    check("functions", top, [
        (dict(x=x, c=np.bool_(c)),
         dict(u=np.maximum(2 * x, np.float32(0.5)), v=3 * x, w=np.float32(1.5) * x, z=np.float32(leaked) if c else -x))
        for c in (True, False)], 17, [scaled, twice, choose], ["mine"])


os.makedirs(WORK, exist_ok=True)
test_if()
for opset in (8, 11, 17):
    test_loop(opset)
test_loop_forms()
test_nested()
for opset in (9, 17):
    test_scan(opset)
test_scan8()
test_functions()
