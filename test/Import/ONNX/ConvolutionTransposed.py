# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""Transposed convolutions, windows added up, and centres."""

import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64


def write(path, opset, nodes, inputs, initializers=()):
    graph = helper.make_graph(
        nodes,
        "net",
        [helper.make_tensor_value_info(name, kind, dims) for name, kind, dims in inputs],
        [helper.make_tensor_value_info(node.output[0], FLOAT, None) for node in nodes],
        [numpy_helper.from_array(np.array(value), name) for name, value in initializers],
    )
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)]), path)


def node(kind, name, *inputs, **attributes):
    return helper.make_node(kind, inputs, [name], name=name, **attributes)


out = sys.argv[1]

# CHECK-LABEL: tenon.model
write(
    out + ".onnx",
    18,
    [
        # CHECK: tenon.conv_transpose %{{[^ ]*}}, %{{[^ ]*}}, %{{[^ ]*}} {groups = 2 : i64, output_padding = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, strides = array<i64: 2, 2>} : {{.*}} -> !tenon.tensor<[n, 12, 16, 2*w], f32>
        node(
            "ConvTranspose",
            "plain",
            "x",
            "filter",
            "bias",
            group=2,
            pads=[1, 1, 1, 1],
            strides=[2, 2],
            output_padding=[1, 1],
        ),
        # Sizes decide what is cut off.
        # CHECK: tenon.conv_transpose {{.*}} {output_sizes = array<i64: 15, 20>, strides = array<i64: 2, 2>} : {{.*}} -> !tenon.tensor<[n, 6, 15, 20], f32>
        node(
            "ConvTranspose",
            "sized",
            "x",
            "filter",
            pads=[1, 1, 1, 1],
            strides=[2, 2],
            output_shape=[15, 20],
        ),
        # CHECK: tenon.conv_transpose {{.*}} {padding = #tenon.padding<same_lower>, strides = array<i64: 2, 2>}
        node("ConvTranspose", "same", "x", "filter", strides=[2, 2], auto_pad="SAME_LOWER"),
        # CHECK: tenon.col2im {{.*}} {pads = array<i64: 0, 1, 0, 1>} : {{.*}} -> !tenon.tensor<[n, 2, 4, 6], f32>
        node("Col2Im", "image", "columns", "sizes", "kernel", pads=[0, 1, 0, 1]),
        # CHECK: tenon.center_crop_pad {{.*}} axes = [2, 3] : {{.*}} -> !tenon.tensor<[n, 4, 4, 6], f32>
        node("CenterCropPad", "centre", "x", "sizes", axes=[2, 3]),
    ],
    [("x", FLOAT, ["n", 4, 8, "w"]), ("columns", FLOAT, ["n", 10, 16])],
    [
        ("filter", np.zeros((4, 6, 3, 3), np.float32)),
        ("bias", np.zeros(12, np.float32)),
        ("sizes", [4, 6]),
        ("kernel", [1, 5]),
    ],
)

write(
    out + "-bad.onnx",
    18,
    [
        # BAD: error[E0304]: ConvTranspose node 'form' has a wrong attribute 'kernel_shape': it is [2, 2], but the weight [4, 6, 3, 3] has windows of [3, 3]
        node("ConvTranspose", "form", "x", "filter", kernel_shape=[2, 2]),
        # BAD: error[E0104]: ConvTranspose node 'channels' takes 6 channels, but its input has 4
        node("ConvTranspose", "channels", "x", "other"),
        # BAD: error[E0115]: CenterCropPad node 'short' has 2 sizes, but needs 1 for its axes
        node("CenterCropPad", "short", "x", "sizes", axes=[2]),
    ],
    [("x", FLOAT, ["n", 4, 8, "w"])],
    [
        ("filter", np.zeros((4, 6, 3, 3), np.float32)),
        ("other", np.zeros((6, 4, 3, 3), np.float32)),
        ("sizes", [4, 6]),
    ],
)
# BAD: 3 errors
