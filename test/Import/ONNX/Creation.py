# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""Operators that create tensors, all forms of Constant among them."""

import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save


def write(path, nodes, outputs):
    graph = helper.make_graph(
        nodes,
        "creation",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 3, 4])],
        [helper.make_tensor_value_info(name, kind, None) for name, kind in outputs],
    )
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)]), path)


def node(kind, inputs, output, **attributes):
    return helper.make_node(kind, inputs, [output], name=output, **attributes)


def tensor(value, dtype):
    return numpy_helper.from_array(np.array(value, dtype), "value")


F, I, B, U = (
    TensorProto.FLOAT,
    TensorProto.INT64,
    TensorProto.BOOL,
    TensorProto.UINT8,
)

# CHECK-LABEL: tenon.model
write(
    sys.argv[1] + ".onnx",
    [
        # CHECK: tenon.constant dense<{{\[\[}}1.000000e+00, 2.000000e+00]]> : !tenon.tensor<[1, 2], f32>
        node("Constant", [], "a", value=tensor([[1, 2]], np.float32)),
        # CHECK: tenon.constant dense<[true, false]> : !tenon.tensor<[2], i1>
        node("Constant", [], "b", value=tensor([True, False], np.bool_)),
        # CHECK: tenon.constant dense<200> : !tenon.tensor<[], ui8>
        node("Constant", [], "c", value=tensor(200, np.uint8)),
        # CHECK: tenon.constant dense<7> : !tenon.tensor<[], i64>
        node("Constant", [], "d", value_int=7),
        # CHECK: tenon.constant dense<[7, -8]> : !tenon.tensor<[2], i64>
        node("Constant", [], "e", value_ints=[7, -8]),
        # CHECK: tenon.constant dense<5.000000e-01> : !tenon.tensor<[], f32>
        node("Constant", [], "f", value_float=0.5),
        # CHECK: tenon.constant dense<[5.000000e-01, 1.500000e+00]> : !tenon.tensor<[2], f32>
        node("Constant", [], "g", value_floats=[0.5, 1.5]),
        # CHECK: tenon.shape_of {{.*}} -> !tenon.tensor<[3], i64>
        node("Shape", ["x"], "h"),
        # CHECK: tenon.shape_of {{.*}} {end = -1 : i64, start = -3 : i64} {{.*}} -> !tenon.tensor<[2], i64>
        node("Shape", ["x"], "i", start=-3, end=-1),
        # CHECK: tenon.fill {{.*}} -> !tenon.tensor<[n, 3, 4], f32>
        node("ConstantOfShape", ["h"], "j"),
        # CHECK: tenon.constant dense<3> : !tenon.tensor<[], ui8>
        # CHECK: tenon.fill {{.*}} -> !tenon.tensor<[n, 3], ui8>
        node("ConstantOfShape", ["i"], "k", value=tensor([3], np.uint8)),
    ],
    [("a", F), ("b", B), ("c", U), ("d", I), ("e", I), ("f", F), ("g", F)]
    + [("h", I), ("i", I), ("j", F), ("k", U)],
)

write(
    sys.argv[1] + "-bad.onnx",
    [
        # BAD: error[E0304]: Constant node 'none' has a wrong attribute 'value': it is missing
        node("Constant", [], "none"),
        # BAD: error[E0805]: Constant node 'text' uses text
        node("Constant", [], "text", value_string="text"),
        node("Shape", ["x"], "shape"),
        # BAD: error[E0304]: ConstantOfShape node 'two' has a wrong attribute 'value': it must have one element
        node("ConstantOfShape", ["shape"], "two", value=tensor([3, 4], np.uint8)),
        # BAD: error[E0202]: ConstantOfShape node 'floats' takes integers, but its shape is float32
        node("ConstantOfShape", ["x"], "floats"),
        # BAD: 5 errors
    ],
    [("two", U)],
)
