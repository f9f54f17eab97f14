# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
# RUN: model-opt %t-old.onnx --emit=tenon | FileCheck %s --check-prefix=OLD
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""Softmax along one axis, and as old versions have it along several as one."""

import sys

from onnx import TensorProto, helper, save

FLOAT = TensorProto.FLOAT


def write(path, opset, nodes, inputs, outputs):
    graph = helper.make_graph(
        nodes,
        "net",
        [helper.make_tensor_value_info(name, kind, dims) for name, kind, dims in inputs],
        [helper.make_tensor_value_info(name, kind, None) for name, kind in outputs],
    )
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)]), path)


def node(kind, inputs, outputs, **attributes):
    return helper.make_node(kind, inputs, outputs, name=outputs[0], **attributes)


out = sys.argv[1]

# CHECK-LABEL: tenon.model
write(
    out + ".onnx",
    13,
    [
        # CHECK: tenon.softmax {{.*}} {axis = -1 : i64} {{.*}} -> !tenon.tensor<[n, 3, 4], f32>
        node("Softmax", ["x"], ["last"]),
        # CHECK: tenon.softmax {{.*}} {axis = 1 : i64} {{.*}} -> !tenon.tensor<[n, 3, 4], f32>
        node("Softmax", ["x"], ["middle"], axis=1),
        # CHECK: tenon.log_softmax {{.*}} {axis = 0 : i64}
        node("LogSoftmax", ["x"], ["logarithm"], axis=0),
    ],
    [("x", FLOAT, ["n", 3, 4])],
    [(name, FLOAT) for name in ("last", "middle", "logarithm")],
)

# Before version 13 the axes from `axis` on count as one; nothing is reshaped
# where only one of them has more than one element.
# OLD-LABEL: tenon.model
write(
    out + "-old.onnx",
    11,
    [
        # OLD: %[[ROWS:.*]] = tenon.flatten {{.*}} axis = 1 {{.*}} -> !tenon.tensor<[n, 12], f32>
        # OLD: %[[WEIGHTS:.*]] = tenon.softmax %[[ROWS]] {axis = 1 : i64}
        # OLD: %[[SHAPE:.*]] = tenon.shape_of
        # OLD: tenon.reshape %[[WEIGHTS]], %[[SHAPE]] {{.*}} -> !tenon.tensor<[n, 3, 4], f32>
        node("Softmax", ["x"], ["joined"]),
        # OLD-NOT: tenon.flatten
        # OLD: tenon.softmax {{.*}} {axis = -1 : i64} {{.*}} -> !tenon.tensor<[n, 3, 4], f32>
        node("Softmax", ["x"], ["last"], axis=-1),
        # OLD-NOT: tenon.flatten
        # OLD: tenon.log_softmax {{.*}} {axis = 1 : i64} {{.*}} -> !tenon.tensor<[n, 10, 1, 1], f32>
        node("LogSoftmax", ["image"], ["pixels"]),
    ],
    [("x", FLOAT, ["n", 3, 4]), ("image", FLOAT, ["n", 10, 1, 1])],
    [(name, FLOAT) for name in ("joined", "last", "pixels")],
)

write(
    out + "-bad.onnx",
    12,
    [
        # BAD: error[E0108]: Softmax node 'axis' names axis 5, but [n, 3, 4] has 3 axes
        node("Softmax", ["x"], ["axis"], axis=5),
    ],
    [("x", FLOAT, ["n", 3, 4])],
    [("axis", FLOAT)],
)
