# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""Conv with its ways of padding."""

import sys

from onnx import TensorProto, helper, save

FLOAT = TensorProto.FLOAT


def write(path, nodes, inputs, outputs):
    graph = helper.make_graph(
        nodes,
        "net",
        [helper.make_tensor_value_info(name, FLOAT, dims) for name, dims in inputs],
        [helper.make_tensor_value_info(name, FLOAT, None) for name in outputs],
    )
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 11)]), path)


def conv(name, inputs, **attributes):
    return helper.make_node("Conv", inputs, [name], name=name, **attributes)


out = sys.argv[1]

# CHECK-LABEL: tenon.model
write(
    out + ".onnx",
    [
        # CHECK: tenon.conv %{{[^,]*}}, %{{[^,]*}} : {{.*}} -> !tenon.tensor<[n, 6, 7, 8], f32>
        conv("plain", ["x", "w"]),
        # CHECK: tenon.conv %{{[^,]*}}, %{{[^,]*}}, %{{[^ ]*}} {dilations = array<i64: 1, 2>, pads = array<i64: 1, 0, 1, 2>, strides = array<i64: 2, 1>} : {{.*}} -> !tenon.tensor<[n, 6, 5, 8], f32>
        conv(
            "explicit",
            ["x", "w", "b"],
            kernel_shape=[3, 3],
            pads=[1, 0, 1, 2],
            strides=[2, 1],
            dilations=[1, 2],
            auto_pad="NOTSET",
        ),
        # CHECK: tenon.conv {{.*}} {padding = #tenon.padding<same_upper>, strides = array<i64: 2, 2>} : {{.*}} -> !tenon.tensor<[n, 6, 5, 5], f32>
        conv("upper", ["x", "w"], auto_pad="SAME_UPPER", strides=[2, 2]),
        # CHECK: tenon.conv {{.*}} {padding = #tenon.padding<same_lower>} : {{.*}} -> !tenon.tensor<[n, 6, 9, 10], f32>
        conv("lower", ["x", "w"], auto_pad="SAME_LOWER"),
        # CHECK: tenon.conv %{{[^,]*}}, %{{[^ ]*}} : {{.*}} -> !tenon.tensor<[n, 6, 7, 8], f32>
        conv("valid", ["x", "w"], auto_pad="VALID", pads=[0, 0, 0, 0]),
        # CHECK: tenon.conv {{.*}} {groups = 4 : i64} : {{.*}} -> !tenon.tensor<[n, 4, 7, 8], f32>
        conv("depthwise", ["x", "v"], group=4),
    ],
    [("x", ["n", 4, 9, 10]), ("w", [6, 4, 3, 3]), ("b", [6]), ("v", [4, 1, 3, 3])],
    ["plain", "explicit", "upper", "lower", "valid", "depthwise"],
)

write(
    out + "-bad.onnx",
    [
        # BAD: error[E0304]: Conv node 'other' has a wrong attribute 'kernel_shape': it is [5, 5], but the weight [6, 4, 3, 3] has windows of [3, 3]
        conv("other", ["x", "w"], kernel_shape=[5, 5]),
        # BAD: error[E0304]: Conv node 'nowhere' has a wrong attribute 'auto_pad': 'SAME' is none of
        conv("nowhere", ["x", "w"], auto_pad="SAME"),
        # BAD: error[E0305]: Conv node 'lonely' has 1 inputs, but takes 2 to 3
        conv("lonely", ["x"]),
        # BAD: error[E0104]: Conv node 'thin' takes 8 channels, but its input has 4 (axis 1 of [n, 4, 9, 10])
        conv("thin", ["x", "w"], group=2),
    ],
    [("x", ["n", 4, 9, 10]), ("w", [6, 4, 3, 3])],
    ["other", "nowhere", "lonely", "thin"],
)
# BAD: 4 errors
