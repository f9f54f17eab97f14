# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""Poolings, and global ones as reductions."""

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
    save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 12)]), path)


def node(kind, name, inputs=("x",), outputs=None, **attributes):
    return helper.make_node(kind, inputs, outputs or [name], name=name, **attributes)


out = sys.argv[1]

# CHECK-LABEL: tenon.model
write(
    out + ".onnx",
    [
        # CHECK: tenon.max_pool %{{[^ ]*}} {kernel = array<i64: 3, 3>} : {{.*}} -> !tenon.tensor<[n, 4, 7, 8], f32>
        node("MaxPool", "plain", kernel_shape=[3, 3], storage_order=1),
        # CHECK: tenon.max_pool {{.*}} {ceil_mode = true, dilations = array<i64: 1, 2>, kernel = array<i64: 2, 2>, pads = array<i64: 0, 1, 0, 1>, strides = array<i64: 2, 2>} : {{.*}} -> !tenon.tensor<[n, 4, 5, 6], f32>
        node(
            "MaxPool",
            "explicit",
            kernel_shape=[2, 2],
            strides=[2, 2],
            dilations=[1, 2],
            pads=[0, 1, 0, 1],
            ceil_mode=1,
        ),
        # CHECK: tenon.avg_pool {{.*}} {kernel = array<i64: 2, 3>, padding = #tenon.padding<same_lower>, strides = array<i64: 2, 3>} : {{.*}} -> !tenon.tensor<[n, 4, 5, 4], f32>
        node(
            "AveragePool",
            "same",
            kernel_shape=[2, 3],
            strides=[2, 3],
            auto_pad="SAME_LOWER",
        ),
        # CHECK: tenon.avg_pool {{.*}} {count_include_pad = true, kernel = array<i64: 3, 3>, pads = array<i64: 1, 1, 1, 1>}
        node(
            "AveragePool",
            "counted",
            kernel_shape=[3, 3],
            pads=[1, 1, 1, 1],
            count_include_pad=1,
        ),
        # CHECK: tenon.reduce_mean {{.*}} {axes = array<i64: 2, 3>, keep_dims} : {{.*}} -> !tenon.tensor<[n, 4, 1, 1], f32>
        node("GlobalAveragePool", "mean"),
        # CHECK: tenon.reduce_max {{.*}} {axes = array<i64: 2, 3>, keep_dims}
        node("GlobalMaxPool", "most"),
        # CHECK: %[[PLACES:.*]] = tenon.max_pool_indices {{.*}} {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>} : {{.*}} -> !tenon.tensor<[n, 4, 4, 5], i64>
        # CHECK: tenon.max_pool %
        node(
            "MaxPool",
            "pooled",
            outputs=["pooled", "places"],
            kernel_shape=[2, 2],
            strides=[2, 2],
        ),
        # CHECK: tenon.max_pool_indices {{.*}} {column_major,
        node(
            "MaxPool",
            "columns",
            outputs=["columns", "column_places"],
            kernel_shape=[2, 2],
            storage_order=1,
        ),
        # CHECK: tenon.fill {{.*}} -> !tenon.tensor<[n, 4, 8, 10], f32>
        # CHECK: tenon.scatter_elements {{.*}} reduction = "none"
        # CHECK: tenon.reshape {{.*}} -> !tenon.tensor<[n, 4, 8, 10], f32>
        node(
            "MaxUnpool",
            "unpooled",
            inputs=["pooled", "places"],
            kernel_shape=[2, 2],
            strides=[2, 2],
        ),
        # CHECK: tenon.lp_pool {{.*}} {kernel = array<i64: 3, 3>, p = 2 : i64}
        node("LpPool", "norm", kernel_shape=[3, 3]),
        # CHECK: tenon.abs
        # CHECK: tenon.pow
        # CHECK: tenon.reduce_sum {{.*}} {axes = array<i64: 2, 3>, keep_dims}
        # CHECK: tenon.pow
        node("GlobalLpPool", "norms", p=3),
    ],
    [("x", ["n", 4, 9, 10])],
    ["plain", "explicit", "same", "counted", "mean", "most"]
    + ["columns", "unpooled", "norm", "norms"],
)

write(
    out + "-bad.onnx",
    [
        # BAD: error[E0304]: MaxPool node 'formless' has a wrong attribute 'kernel_shape': it is missing
        node("MaxPool", "formless"),
        # BAD: error[E0304]: GlobalLpPool node 'powerless' has a wrong attribute 'p': it is 0, but must be at least 1
        node("GlobalLpPool", "powerless", p=0),
        # BAD: error[E0105]: the window of AveragePool node 'large' spans 11 on axis 2, but the input has 9 there
        node("AveragePool", "large", kernel_shape=[11, 2]),
        # What follows a failed node is not blamed.
        node("GlobalMaxPool", "after", inputs=["formless"]),
    ],
    [("x", ["n", 4, 9, 10])],
    ["after", "powerless", "large"],
)
# BAD: 3 errors
