# RUN: %python %s %t
# UNSUPPORTED: sanitized
"""If nodes whose branches give different axes or sizes, compiled, against numpy."""

import os
import subprocess
import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

FLOAT, INT64, BOOL = TensorProto.FLOAT, TensorProto.INT64, TensorProto.BOOL
WORK = sys.argv[1]
os.makedirs(WORK, exist_ok=True)


def constant(name, value):
    return helper.make_node(
        "Constant", [], [name], value=numpy_helper.from_array(np.asarray(value, np.int64))
    )


def branch(nodes, *outputs):
    return helper.make_graph(
        nodes, "branch", [], [helper.make_tensor_value_info(o, FLOAT, None) for o in outputs]
    )


def compile_model(name, nodes, inputs, outputs):
    graph = helper.make_graph(
        nodes,
        name,
        [helper.make_tensor_value_info(*given) for given in inputs],
        [helper.make_tensor_value_info(o, FLOAT, None) for o in outputs],
    )
    path = os.path.join(WORK, name + ".onnx")
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)]), path)
    programs = []
    for level in ("-O0", "-O2"):
        program = os.path.join(WORK, name + level)
        done = subprocess.run(["model-opt", path, level, "-o", program], capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{name}: {done.stderr}")
        programs.append(program)
    return programs


def run(program, values):
    command = [program, "--output", program + ".npz"]
    for name, value in values.items():
        np.save(f"{program}-{name}.npy", value)
        command += ["--input", f"{name}={program}-{name}.npy"]
    return subprocess.run(command, capture_output=True, text=True)


def expect(programs, values, wanted):
    for program in programs:
        done = run(program, values)
        if done.returncode:
            sys.exit(f"{program}: {done.stderr}")
        with np.load(program + ".npz") as outputs:
            for name, want in wanted.items():
                got = outputs[name]
                if got.shape != want.shape or not np.array_equal(got, want):
                    sys.exit(f"{program}, output '{name}':\n{got}\nis not\n{want}")


def refuse(programs, values, text):
    for program in programs:
        done = run(program, values)
        if done.returncode == 0 or text not in done.stderr:
            sys.exit(f"{program}: no '{text}' in\n{done.stderr}")


rows = np.arange(12, dtype=np.float32).reshape(3, 4)

# What PyTorch writes for `x.squeeze(1)`: the axis must have size 1 then.
squeeze = [
    constant("one", [1]),
    helper.make_node("Shape", ["x"], ["sizes"], start=1, end=2),
    helper.make_node("Equal", ["sizes", "one"], ["single"]),
    helper.make_node(
        "If",
        ["single"],
        ["row"],
        name="squeeze",
        then_branch=branch([helper.make_node("Squeeze", ["x", "one"], ["less"])], "less"),
        else_branch=branch([helper.make_node("Identity", ["x"], ["same"])], "same"),
    ),
    helper.make_node("ReduceSum", ["row", "one"], ["y"], keepdims=0),
]
programs = compile_model("squeeze", squeeze, [("x", FLOAT, ["n", "m", 4])], ["y"])
expect(programs, {"x": rows[:, None]}, {"y": rows.sum(1)})
refuse(programs, {"x": np.zeros((3, 2, 4), np.float32)}, "removes axis 1")

# Rows are added to those that are there, or begin anew.
append = [
    helper.make_node(
        "If",
        ["more"],
        ["all", "copy"],
        name="append",
        then_branch=branch(
            [
                helper.make_node("Concat", ["past", "x"], ["both"], axis=0),
                helper.make_node("Neg", ["past"], ["old"]),
            ],
            "both",
            "old",
        ),
        else_branch=branch(
            [
                helper.make_node("Identity", ["x"], ["new"]),
                helper.make_node("Neg", ["x"], ["fresh"]),
            ],
            "new",
            "fresh",
        ),
    ),
    helper.make_node("Add", ["all", "all"], ["twice"]),
]
programs = compile_model(
    "append",
    append,
    [("more", BOOL, []), ("past", FLOAT, ["p", 4]), ("x", FLOAT, ["n", 4])],
    ["all", "copy", "twice"],
)
for more in (False, True):
    for past in (rows[:0], rows[:1], rows):
        both = np.concatenate([past, rows[:2]]) if more else rows[:2]
        expect(
            programs,
            {"more": np.array(more), "past": past, "x": rows[:2]},
            {"all": both, "copy": -(past if more else rows[:2]), "twice": 2 * both},
        )

# A branch that is not taken demands nothing of sizes.
fold = [
    helper.make_node(
        "If",
        ["which"],
        ["y"],
        name="fold",
        then_branch=branch(
            [
                helper.make_node("Reshape", ["x", "two"], ["pairs"]),
                helper.make_node("Add", ["pairs", "square"], ["sum"]),
                helper.make_node("ReduceSum", ["sum"], ["total"], keepdims=0),
            ],
            "total",
        ),
        else_branch=branch(
            [helper.make_node("ReduceSum", ["x"], ["plain"], keepdims=0)], "plain"
        ),
    )
]
programs = compile_model(
    "fold",
    [constant("two", [2, -1])] + fold,
    [("which", BOOL, []), ("x", FLOAT, ["n", 2]), ("square", FLOAT, [2, "m"])],
    ["y"],
)
expect(
    programs,
    {"which": np.array(False), "x": rows.reshape(6, 2), "square": rows[:2, :3]},
    {"y": rows.sum()},
)
expect(
    programs,
    {"which": np.array(True), "x": rows.reshape(6, 2)[:3], "square": rows[:2, :3]},
    {"y": rows.reshape(6, 2)[:3].sum() + rows[:2, :3].sum()},
)
refuse(
    programs,
    {"which": np.array(True), "x": rows.reshape(6, 2), "square": rows[:2, :3]},
    "must agree",
)
