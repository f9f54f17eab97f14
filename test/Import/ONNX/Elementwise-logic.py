# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
"""Operators that ask and choose: broadcasting of three, kinds of infinity."""

import sys

from onnx import TensorProto, helper, save

FLOAT, BOOL, INT64 = TensorProto.FLOAT, TensorProto.BOOL, TensorProto.INT64


def write(path, opset, nodes, inputs, weights=()):
    outputs = [name for each in nodes for name in each.output]
    read = {name for each in nodes for name in each.input}
    graph = helper.make_graph(
        nodes,
        "net",
        [helper.make_tensor_value_info(name, kind, dims) for name, kind, dims in inputs],
        [helper.make_empty_tensor_value_info(n) for n in outputs if n not in read],
        [helper.make_tensor(*weight) for weight in weights],
    )
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)]), path)


def node(kind, name, inputs, **attributes):
    return helper.make_node(kind, inputs, [name], name=name, **attributes)


out = sys.argv[1]

# CHECK-LABEL: tenon.model
write(
    out + ".onnx",
    20,
    [
        # CHECK: tenon.equal %[[X:[^,]*]], %[[X]] : {{.*}} -> !tenon.tensor<[n, 4], i1>
        node("Equal", "equal", ["x", "x"]),
        # CHECK: %[[ROW:.*]] = tenon.align_rank %[[Y:[^,]*]]
        # CHECK: tenon.greater %[[X]], %[[ROW]]
        node("Greater", "greater", ["x", "y"]),
        # CHECK: tenon.greater_or_equal %[[X]]
        node("GreaterOrEqual", "greater_or_equal", ["x", "x"]),
        # CHECK: tenon.less %[[X]]
        node("Less", "less", ["x", "x"]),
        # CHECK: tenon.less_or_equal %[[X]]
        node("LessOrEqual", "less_or_equal", ["x", "x"]),
        # CHECK: tenon.and %[[C:[^,]*]], %[[C]]
        node("And", "and", ["c", "c"]),
        # CHECK: tenon.or %[[C]]
        node("Or", "or", ["c", "c"]),
        # CHECK: tenon.xor %[[C]]
        node("Xor", "xor", ["c", "c"]),
        # CHECK: tenon.not %[[C]]
        node("Not", "not", ["c"]),
        # CHECK: tenon.is_nan %[[X]]
        node("IsNaN", "is_nan", ["x"]),
        # CHECK: tenon.is_inf %[[X]] {negative = true, positive = true}
        node("IsInf", "is_inf", ["x"]),
        # CHECK: tenon.is_inf %[[X]] {negative = false, positive = true}
        node("IsInf", "is_above", ["x"], detect_negative=0),
        # Whichever of the three has most axes, the others get as many.
        # CHECK: tenon.select %[[C]], %{{[^,]*}}, %{{[^,]*}} : {{.*}} -> !tenon.tensor<[4], f32>
        node("Where", "scalars", ["c", "one", "one"]),
        # CHECK: %[[VALUE:.*]] = tenon.align_rank %[[Y]]
        # CHECK: %[[CONDITION:.*]] = tenon.align_rank %[[C]]
        # CHECK: tenon.select %[[CONDITION]], %[[X]], %[[VALUE]] : {{.*}} -> !tenon.tensor<[n, 4], f32>
        node("Where", "rows", ["c", "x", "y"]),
        # CHECK: tenon.select %{{[^,]*}}, %{{[^,]*}}, %{{[^,]*}} : {{.*}} -> !tenon.tensor<[n, 4], f32>
        node("Where", "wide", ["greater", "one", "y"]),
        # Exporters ask whether a size is open before they expand to it.
        node("Shape", "sizes", ["x"]),
        node("Equal", "is_open", ["sizes", "open"]),
        node("Where", "chosen", ["is_open", "ones", "sizes"]),
        # CHECK: tenon.expand {{.*}} -> !tenon.tensor<[n, 4], f32>
        node("Expand", "expanded", ["one", "chosen"]),
    ],
    [("x", FLOAT, ["n", 4]), ("y", FLOAT, [4]), ("c", BOOL, [4])],
    [("one", FLOAT, [], [1.0]), ("open", INT64, [1], [-1]), ("ones", INT64, [2], [1, 1])],
)
