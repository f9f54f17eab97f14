"""Makes a copy of BlazeFace with three mistakes: break_model.py MODEL.onnx OUT.onnx

They are of the kind that editing a model by hand or a faulty export leaves
behind, and none is a consequence of another.
"""

import sys

import onnx
from onnx import numpy_helper

PREFIX = "StatefulPartitionedCall/functional_1/"


def find_node(graph, name):
    """The index and the node with this name."""
    return next((i, n) for i, n in enumerate(graph.node) if n.name == PREFIX + name)


def find_node_of_output(graph, name):
    """The index and the node that makes this tensor."""
    return next(
        (i, n) for i, n in enumerate(graph.node) if PREFIX + name in n.output
    )


def drop_an_input_channel(graph):
    index, conv = find_node(graph, "conv2d_1/BiasAdd")
    weight = next(t for t in graph.initializer if t.name == conv.input[1])
    values = numpy_helper.to_array(weight)
    weight.CopyFrom(numpy_helper.from_array(values[:, :-1].copy(), weight.name))
    return (
        f"node {index}, Conv: the weight has lost an input channel, "
        f"{values.shape[1]} -> {values.shape[1] - 1}"
    )


def bypass_a_padding(graph):
    index, add = find_node(graph, "add_7/add")
    add.input[1] = PREFIX + "re_lu_6/Relu:0"
    return (
        f"node {index}, Add: the skip connection no longer passes the node that pads "
        "its channels, [1, 56, 16, 16] is added to [1, 64, 16, 16]"
    )


def concatenate_an_axis_that_is_not_there(graph):
    index, concat = find_node_of_output(graph, "tf_op_layer_Pad_10/Pad_10:0")
    next(a for a in concat.attribute if a.name == "axis").i = 4
    return f"node {index}, Concat: the axis is now 4, but its tensors have axes 0 to 3"


def main(model_path, broken_path):
    model = onnx.load(model_path)
    for mistake in (
        drop_an_input_channel,
        bypass_a_padding,
        concatenate_an_axis_that_is_not_there,
    ):
        print("  " + mistake(model.graph))
    onnx.save(model, broken_path)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
