# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
# RUN: model-opt %t-first.onnx --emit=tenon | FileCheck %s --check-prefix=FIRST
# RUN: model-opt %t-dropped.onnx --emit=tenon | FileCheck %s --check-prefix=DROPPED
# RUN: model-opt %t-unversioned.onnx --check | FileCheck %s --check-prefix=UNVERSIONED
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""What the operator sets before 7 say in other words."""

import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

FLOAT = TensorProto.FLOAT


def write(path, opset, nodes, inputs, outputs, initializers=()):
    graph = helper.make_graph(
        nodes,
        "net",
        [helper.make_tensor_value_info(name, kind, dims) for name, kind, dims in inputs],
        [helper.make_tensor_value_info(name, kind, None) for name, kind in outputs],
        [numpy_helper.from_array(value, name) for name, value in initializers],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset or 1)])
    if opset is None:
        model.ClearField("opset_import")
        model.ir_version = 2
    save(model, path)


def node(kind, inputs, outputs, **attributes):
    return helper.make_node(kind, inputs, outputs, name=outputs[0], **attributes)


out = sys.argv[1]
CHANNELS = [("c", np.ones([3], np.float32)), ("hw", np.ones([4, 5], np.float32)), ("ch", np.ones([3, 4], np.float32))]

# CHECK-LABEL: tenon.model
write(
    out + ".onnx",
    6,
    [
        # The named axis is where the second operand's first one stands.
        # CHECK: %[[C:.*]] = tenon.unsqueeze {{.*}} axes = [1, 2] {{.*}} -> !tenon.tensor<[3, 1, 1], f32>
        # CHECK: %[[ALIGNED:.*]] = tenon.align_rank %[[C]]
        # CHECK: tenon.add %arg0, %[[ALIGNED]]
        node("Add", ["x", "c"], ["add"], broadcast=1, axis=1),
        # CHECK: tenon.unsqueeze {{.*}} axes = [2] {{.*}} -> !tenon.tensor<[3, 4, 1], f32>
        # CHECK: tenon.pow
        node("Pow", ["x", "ch"], ["pow"], broadcast=1, axis=-3),
        # Without an axis the last ones are meant.
        # CHECK-NOT: tenon.unsqueeze
        # CHECK: tenon.mul {{.*}} -> !tenon.tensor<[n, 3, 4, 5], f32>
        node("Mul", ["x", "hw"], ["mul"], broadcast=1),
        # One slope a channel.
        # CHECK: tenon.unsqueeze {{.*}} axes = [1, 2] {{.*}} -> !tenon.tensor<[3, 1, 1], f32>
        # CHECK: tenon.prelu
        node("PRelu", ["x", "c"], ["prelu"]),
        # CHECK: tenon.batch_norm
        node("BatchNormalization", ["x", "c", "c", "c", "c"], ["batch"], is_test=1, consumed_inputs=[0, 0, 0, 1, 1]),
        # CHECK: tenon.output {{.*}}"drop"
        node("Dropout", ["x"], ["drop"], is_test=1),
    ],
    [("x", FLOAT, ["n", 3, 4, 5])],
    [(name, FLOAT) for name in ("add", "pow", "mul", "prelu", "batch", "drop")],
    CHANNELS,
)

# FIRST-LABEL: tenon.model
write(
    out + "-first.onnx",
    1,
    [
        # FIRST: tenon.reshape {{.*}} -> !tenon.tensor<[3*n, 20], f32>
        node("Reshape", ["x"], ["reshape"], shape=[-1, 20]),
        # FIRST: tenon.cast %arg0 to i32
        node("Cast", ["x"], ["cast"], to="INT32"),
        # FIRST: tenon.concat {{.*}} -> !tenon.tensor<[n, 6, 4, 5], f32>
        node("Concat", ["x", "x"], ["concat"]),
        # FIRST: tenon.tile {{.*}} -> !tenon.tensor<[n, 3, 8, 5], f32>
        node("Tile", ["x", "two", "two"], ["tile"]),
        # FIRST: tenon.pad {{.*}} high = [0, 0, 0, 1]
        node("Pad", ["x"], ["pad"], paddings=[0, 0, 0, 0, 0, 0, 0, 1]),
        # FIRST: tenon.slice {{.*}} -> !tenon.tensor<[n, 3, 4, 2], f32>
        node("Slice", ["x"], ["slice"], starts=[1], ends=[3], axes=[3]),
    ],
    [("x", FLOAT, ["n", 3, 4, 5])],
    [(name, FLOAT) for name in ("reshape", "concat", "tile", "pad", "slice")] + [("cast", TensorProto.INT32)],
    [("two", np.full([1], 2, np.float32))],
)

# Operators that later versions dropped.
# DROPPED-LABEL: tenon.model
write(
    out + "-dropped.onnx",
    1,
    [
        # DROPPED: %[[SCALED:.*]] = tenon.mul %arg0
        # DROPPED: %[[BIAS:.*]] = tenon.align_rank {{.*}} -> !tenon.tensor<[1, 3, 1, 1], f32>
        # DROPPED: tenon.add %[[SCALED]], %[[BIAS]]
        node("ImageScaler", ["x"], ["image"], scale=2.0, bias=[1.0, 2.0, 3.0]),
        # DROPPED: tenon.slice {{.*}} starts = [2, 1] ends = [-1, 9223372036854775807] {{.*}} -> !tenon.tensor<[n, 3, 1, 4], f32>
        node("Crop", ["x"], ["crop"], border=[1, 2, 0, 1]),
        # DROPPED: tenon.softplus
        # DROPPED: tenon.mul
        node("ParametricSoftplus", ["x"], ["softplus"], alpha=2.0, beta=0.5),
    ],
    [("x", FLOAT, ["n", 3, 4, 5])],
    [(name, FLOAT) for name in ("image", "crop", "softplus")],
)

# The first versions of the format have one operator set.
# UNVERSIONED: output y: [2] of float32
write(out + "-unversioned.onnx", None, [node("Relu", ["x"], ["y"])], [("x", FLOAT, [2])], [("y", FLOAT)])

write(
    out + "-bad.onnx",
    6,
    [
        # BAD: error[E0304]: Add node 'axis' has a wrong attribute 'axis': it is 2, but [3, 4, 5] does not fit into [n, 3, 4, 5] from there
        node("Add", ["x", "b"], ["axis"], broadcast=1, axis=2),
        # BAD: error[E0805]: Dropout node 'drop' uses training mode
        node("Dropout", ["x"], ["drop"], is_test=0),
        # BAD: error[E0304]: {{.*}}BatchNormalization node
        node("BatchNormalization", ["x", "c", "c", "c", "c"], ["batch"], spatial="no"),
    ],
    [("x", FLOAT, ["n", 3, 4, 5]), ("b", FLOAT, [3, 4, 5])],
    [("axis", FLOAT)],
    CHANNELS,
)
