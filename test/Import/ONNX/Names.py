# RUN: rm -rf %t && mkdir %t && %python %s %t/w.onnx && model-opt %t/w.onnx --emit=tenon | FileCheck %s
"""A weight may be called like the file."""

import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

# CHECK: tenon.parameter @w =
# CHECK: tenon.model @w_(
# CHECK: tenon.get_parameter @w :
graph = helper.make_graph(
    [helper.make_node("MatMul", ["x", "w"], ["y"])],
    "net",
    [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 4])],
    [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", 2])],
    [numpy_helper.from_array(np.ones([4, 2], np.float32), "w")],
)
save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)]), sys.argv[1])
