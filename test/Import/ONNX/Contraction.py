# RUN: %python %s %t && model-opt %t.onnx --emit=tenon | FileCheck %s
# RUN: model-opt %t-gemm.onnx --emit=tenon | FileCheck %s --check-prefix=GEMM
# RUN: model-opt %t-einsum.onnx --emit=tenon | FileCheck %s --check-prefix=EINSUM
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""MatMul with vectors and ranks that differ, Gemm in all its forms."""

import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64


def write(path, opset, nodes, inputs, outputs, initializers=()):
    graph = helper.make_graph(
        nodes,
        "net",
        [helper.make_tensor_value_info(name, kind, dims) for name, kind, dims in inputs],
        [helper.make_tensor_value_info(name, kind, None) for name, kind in outputs],
        [numpy_helper.from_array(value, name) for name, value in initializers],
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
        # CHECK: tenon.matmul {{.*}} : !tenon.tensor<[n, 3, 4], f32>, !tenon.tensor<[n, 4, 5], f32> -> !tenon.tensor<[n, 3, 5], f32>
        node("MatMul", ["a", "b"], ["batched"]),
        # CHECK: %[[M:.*]] = tenon.align_rank {{.*}} -> !tenon.tensor<[1, 4, 5], f32>
        # CHECK: tenon.matmul {{.*}}, %[[M]] {{.*}} -> !tenon.tensor<[n, 3, 5], f32>
        node("MatMul", ["a", "m"], ["one_matrix"]),
        # CHECK: %[[COLUMN:.*]] = tenon.unsqueeze {{.*}} axes = [1] {{.*}} -> !tenon.tensor<[4, 1], f32>
        # CHECK: %[[ALIGNED:.*]] = tenon.align_rank %[[COLUMN]] {{.*}} -> !tenon.tensor<[1, 4, 1], f32>
        # CHECK: %[[PRODUCT:.*]] = tenon.matmul {{.*}}, %[[ALIGNED]] {{.*}} -> !tenon.tensor<[n, 3, 1], f32>
        # CHECK: tenon.squeeze %[[PRODUCT]] axes = [-1] {{.*}} -> !tenon.tensor<[n, 3], f32>
        node("MatMul", ["a", "v"], ["column"]),
        # CHECK: %[[ROW:.*]] = tenon.unsqueeze {{.*}} axes = [0] {{.*}} -> !tenon.tensor<[1, 4], f32>
        # CHECK: %[[PRODUCT:.*]] = tenon.matmul {{.*}} -> !tenon.tensor<[n, 1, 5], f32>
        # CHECK: tenon.squeeze %[[PRODUCT]] axes = [-2] {{.*}} -> !tenon.tensor<[n, 5], f32>
        node("MatMul", ["v", "b"], ["row"]),
        # CHECK: tenon.squeeze {{.*}} axes = [-2, -1] {{.*}} -> !tenon.tensor<[], f32>
        node("MatMul", ["v", "v"], ["dot"]),
    ],
    [("a", FLOAT, ["n", 3, 4]), ("b", FLOAT, ["n", 4, 5]), ("m", FLOAT, [4, 5]), ("v", FLOAT, [4])],
    [(name, FLOAT) for name in ("batched", "one_matrix", "column", "row", "dot")],
)

# GEMM-LABEL: tenon.model
write(
    out + "-gemm.onnx",
    7,
    [
        # GEMM: %[[PLAIN:.*]] = tenon.matmul {{[^{]*}} -> !tenon.tensor<[n, 5], f32>
        # GEMM-NEXT: %[[BIAS:.*]] = tenon.align_rank {{.*}} -> !tenon.tensor<[1, 5], f32>
        # GEMM-NEXT: tenon.add %[[PLAIN]], %[[BIAS]]
        node("Gemm", ["a", "b", "c"], ["plain"]),
        # GEMM: %[[PRODUCT:.*]] = tenon.matmul {{.*}} {transpose_rhs} {{.*}} -> !tenon.tensor<[n, 5], f32>
        # GEMM: %[[SCALED:.*]] = tenon.mul %[[PRODUCT]], {{.*}} -> !tenon.tensor<[n, 5], f32>
        # GEMM: %[[BIAS:.*]] = tenon.mul {{.*}} -> !tenon.tensor<[5], f32>
        # GEMM: %[[ALIGNED:.*]] = tenon.align_rank %[[BIAS]]
        # GEMM: tenon.add %[[SCALED]], %[[ALIGNED]]
        node("Gemm", ["a", "bt", "c"], ["scaled"], alpha=0.5, beta=2.0, transB=1),
        # GEMM: tenon.matmul {{.*}} {transpose_lhs} {{.*}} -> !tenon.tensor<[4, 4], f32>
        # GEMM: tenon.align_rank {{.*}} -> !tenon.tensor<[1, 1], f32>
        node("Gemm", ["a", "a", "s"], ["transposed"], transA=1),
    ],
    [("a", FLOAT, ["n", 4])],
    [(name, FLOAT) for name in ("plain", "scaled", "transposed")],
    [
        ("b", np.ones([4, 5], np.float32)),
        ("bt", np.ones([5, 4], np.float32)),
        ("c", np.ones([5], np.float32)),
        ("s", np.ones([], np.float32)),
    ],
)

write(
    out + "-bad.onnx",
    7,
    [
        # BAD: error[E0103]: MatMul node 'product' multiplies [n, 4] by [3, 5], but the inner sizes differ: 4 (axis 1 of the left) against 3 (axis 0 of the right)
        node("MatMul", ["a", "b"], ["product"]),
        # BAD: error[E0103]: Gemm node 'gemm' multiplies [n, 4] by [3, 5]
        # BAD: error[E0102]: Gemm node 'bias' joins [4, 4] and [1, 5], which differ on axis 1: 4 against 5
        node("Gemm", ["a", "b", "c"], ["gemm"]),
        node("Gemm", ["a", "a", "c"], ["bias"], transA=1),
        # BAD: error[E0101]: Gemm node 'batched' takes a left operand with 2 axes, but it has 3 axes: [n, 4, 4]
        # BAD: = note: it multiplies [n, 4, 4] by [3, 5]
        node("Gemm", ["d", "b", "c"], ["batched"]),
        # BAD: error[E0305]: Gemm node 'few' has 2 inputs, but takes 3
        node("Gemm", ["a", "b"], ["few"]),
    ],
    [("a", FLOAT, ["n", 4]), ("b", FLOAT, [3, 5]), ("c", FLOAT, [5]), ("d", FLOAT, ["n", 4, 4])],
    [("product", FLOAT)],
)

# EINSUM-LABEL: tenon.model
write(
    out + "-einsum.onnx",
    12,
    [
        # EINSUM: tenon.einsum {{.*}} {equation = "bij, bjk -> bik"} {{.*}} -> !tenon.tensor<[n, 3, 5], f32>
        node("Einsum", ["a", "b"], ["product"], equation="bij, bjk -> bik"),
        # EINSUM: tenon.determinant {{.*}} -> !tenon.tensor<[n], f32>
        node("Det", ["s"], ["determinant"]),
    ],
    [("a", FLOAT, ["n", 3, 4]), ("b", FLOAT, ["n", 4, 5]), ("s", FLOAT, ["n", 3, 3])],
    [("product", FLOAT), ("determinant", FLOAT)],
)
