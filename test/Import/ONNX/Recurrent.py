# RUN: %python %s %t
# RUN: model-opt %t-lstm.onnx --emit=tenon | FileCheck %s --check-prefix=LSTM
# RUN: model-opt %t-both.onnx --emit=tenon | FileCheck %s --check-prefix=BOTH
# RUN: model-opt %t-gru.onnx --emit=tenon | FileCheck %s --check-prefix=GRU
# RUN: model-opt %t-rnn.onnx --emit=tenon | FileCheck %s --check-prefix=RNN
# RUN: not model-opt %t-bad.onnx --check 2>&1 | FileCheck %s --check-prefix=BAD
"""Layers that walk along a sequence, in one direction or in both."""

import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

FLOAT, INT32 = TensorProto.FLOAT, TensorProto.INT32
WEIGHTS = {
    f"{name}{gates}{directions}": np.ones([directions, gates * 4, size], np.float32)
    for name, size in (("w", 8), ("r", 4))
    for gates in (1, 3, 4)
    for directions in (1, 2)
}
WEIGHTS["b3"] = np.ones([1, 24], np.float32)
WEIGHTS["b4"] = np.ones([1, 32], np.float32)
WEIGHTS["p"] = np.ones([1, 12], np.float32)


def write(name, opset, nodes, inputs):
    used = {i for node in nodes for i in node.input}
    outputs = [o for node in nodes for o in node.output if o]
    graph = helper.make_graph(
        nodes,
        "net",
        [helper.make_tensor_value_info(i, kind, dims) for i, kind, dims in inputs],
        [helper.make_tensor_value_info(o, FLOAT, None) for o in outputs],
        [numpy_helper.from_array(value, name) for name, value in WEIGHTS.items() if name in used],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)])
    save(model, f"{sys.argv[1]}-{name}.onnx")


def node(kind, inputs, outputs, **attributes):
    return helper.make_node(kind, inputs, outputs, name=outputs[0], **attributes)


X = ("x", FLOAT, ["seq", "n", 8])

# The gates are input, output, forget and cell in ONNX, and the weights stand
# the other way.
# LSTM: %[[W:.*]] = tenon.squeeze {{.*}} axes = [0] {{.*}} -> !tenon.tensor<[16, 8], f32>
# LSTM: %[[GATES:.*]]:4 = tenon.split %[[W]] axis = 0
# LSTM: %[[ORDERED:.*]] = tenon.concat %[[GATES]]#0, %[[GATES]]#2, %[[GATES]]#3, %[[GATES]]#1 axis = 0
# LSTM: %[[WEIGHTS:.*]] = tenon.transpose %[[ORDERED]] permutation = [1, 0] {{.*}} -> !tenon.tensor<[8, 16], f32>
# LSTM: %[[RECURRENT:.*]] = tenon.transpose {{.*}} -> !tenon.tensor<[4, 16], f32>
# LSTM: %[[P:.*]]:3 = tenon.split {{.*}} -> !tenon.tensor<[4], f32>, !tenon.tensor<[4], f32>, !tenon.tensor<[4], f32>
# LSTM: %[[PEEPHOLES:.*]] = tenon.concat %[[P]]#0, %[[P]]#2, %[[P]]#1 axis = 0
# LSTM: %[[BIAS:.*]] = tenon.add
# LSTM: tenon.lstm %arg0, %[[WEIGHTS]], %[[RECURRENT]] bias %[[BIAS]] hidden %{{.*}} cell %{{.*}} peepholes %[[PEEPHOLES]] {cell_activation = #tenon.activation<tanh>, gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>} {{.*}} -> (!tenon.tensor<[seq, n, 4], f32>, !tenon.tensor<[n, 4], f32>, !tenon.tensor<[n, 4], f32>)
# LSTM: tenon.unsqueeze %{{.*}} axes = [1] {{.*}} -> !tenon.tensor<[seq, 1, n, 4], f32>
# LSTM: tenon.unsqueeze %{{.*}} axes = [0] {{.*}} -> !tenon.tensor<[1, n, 4], f32>
# LSTM: tenon.lstm {{.*}}clip = 2.500000e+00 : f64, coupled, {{.*}}reverse}
write(
    "lstm",
    7,
    [
        node("LSTM", ["x", "w41", "r41", "b4", "", "h", "c", "p"], ["y", "yh"], hidden_size=4),
        node("LSTM", ["x", "w41", "r41"], ["", "", "yc"], direction="reverse", clip=2.5, input_forget=1),
    ],
    [X, ("h", FLOAT, [1, "n", 4]), ("c", FLOAT, [1, "n", 4])],
)

# Each direction has its activations, and they take the numbers in order.
# BOTH: %[[X:.*]] = tenon.transpose %arg0 permutation = [1, 0, 2] {{.*}} -> !tenon.tensor<[seq, n, 8], f32>
# BOTH: tenon.range
# BOTH: %[[MASK:.*]] = tenon.less {{.*}} -> !tenon.tensor<[seq, n], i1>
# BOTH: tenon.transpose %arg2 permutation = [1, 0, 2]
# BOTH: %[[ONE:[^ ,]*]], {{.*}} = tenon.lstm %[[X]], {{.*}} mask %[[MASK]] hidden {{.*}} {cell_activation = #tenon.activation<leaky_relu, 2.500000e-01>, gate_activation = #tenon.activation<hard_sigmoid, 5.000000e-01, 1.250000e-01>, hidden_activation = #tenon.activation<tanh>}
# BOTH: %[[TWO:[^ ,]*]], {{.*}} = tenon.lstm %[[X]], {{.*}} mask %[[MASK]] hidden {{.*}} {cell_activation = #tenon.activation<affine, 7.500000e-01>, gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<leaky_relu, {{0.01|1.0*e-02}}>, reverse}
# BOTH-DAG: %[[A:.*]] = tenon.unsqueeze %[[ONE]] axes = [1]
# BOTH-DAG: %[[B:.*]] = tenon.unsqueeze %[[TWO]] axes = [1]
# BOTH: %[[Y:.*]] = tenon.concat %[[A]], %[[B]] axis = 1
# BOTH: tenon.transpose %[[Y]] permutation = [2, 0, 1, 3] {{.*}} -> !tenon.tensor<[n, seq, 2, 4], f32>
# BOTH: tenon.transpose {{.*}} permutation = [1, 0, 2] {{.*}} -> !tenon.tensor<[n, 2, 4], f32>
write(
    "both",
    14,
    [
        node(
            "LSTM", ["x", "w42", "r42", "", "lengths", "h"], ["y", "yh"], direction="bidirectional", layout=1,
            activations=["HardSigmoid", "LeakyRelu", "tanh", "Sigmoid", "Affine", "LeakyRelu"],
            activation_alpha=[0.5, 0.25, 0.75], activation_beta=[0.125],
        ),
    ],
    [("x", FLOAT, ["n", "seq", 8]), ("lengths", INT32, ["n"]), ("h", FLOAT, ["n", 2, 4])],
)

# GRU: %[[B:.*]]:2 = tenon.split {{.*}} -> !tenon.tensor<[12], f32>, !tenon.tensor<[12], f32>
# GRU: tenon.gru %arg0, %{{.*}}, %{{.*}} bias %[[B]]#0 recurrent_bias %[[B]]#1 {gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<tanh>, reset_after}
# GRU: tenon.gru %arg0, %{{[^ ]*}}, %{{[^ ]*}} {gate_activation = #tenon.activation<sigmoid>, hidden_activation = #tenon.activation<softsign>}
write(
    "gru",
    22,
    [
        node("GRU", ["x", "w31", "r31", "b3"], ["y"], linear_before_reset=1),
        node("GRU", ["x", "w31", "r31"], ["z"], activations=["Sigmoid", "Softsign"]),
    ],
    [X],
)

# Lengths that are known to be whole need no mask.
# RNN-NOT: mask
# RNN: tenon.rnn %arg0, {{.*}} {activation = #tenon.activation<tanh>}
# RNN: tenon.rnn %arg0, {{.*}} {activation = #tenon.activation<scaled_tanh, 2.000000e+00, 1.000000e+00>, reverse}
WEIGHTS["whole"] = np.array([5, 5], np.int32)
write(
    "rnn",
    14,
    [
        node("RNN", ["x", "w11", "r11", "", "whole"], ["y"]),
        node(
            "RNN", ["x", "w11", "r11"], ["", "z"], direction="reverse",
            activations=["ScaledTanh"], activation_alpha=[2.0],
        ),
    ],
    [("x", FLOAT, [5, 2, 8])],
)

# BAD: error[E0304]: RNN node 'side' has a wrong attribute 'direction': 'sideways' is none of forward, reverse and bidirectional
# BAD: error[E0304]: GRU node 'few' has a wrong attribute 'activations': it names 1 functions instead of 2
# BAD: error[E0304]: RNN node 'none' has a wrong attribute 'activations': 'Curve' is no activation function
# BAD: error[E0304]: RNN node 'kind' has a wrong attribute 'activations': it must be a list of strings
# BAD: error[E0304]: LSTM node 'size' has a wrong attribute 'hidden_size': it is 5, but the recurrent weights are for 4 units
# BAD: error[E0305]: RNN node 'inputs' has 2 inputs, but takes 3 to 6
# BAD: error[E0119]: LSTM node 'directions' removes axis 0 of [2, 16, 8], which has size 2, not 1
# BAD: error[E0115]: GRU node 'gates' has 16 entries on axis 1 of its weights [8, 16], but needs 12 for 4 units with 3 each
write(
    "bad",
    14,
    [
        node("RNN", ["x", "w11", "r11"], ["side"], direction="sideways"),
        node("GRU", ["x", "w31", "r31"], ["few"], activations=["Tanh"]),
        node("RNN", ["x", "w11", "r11"], ["none"], activations=["Curve"]),
        node("RNN", ["x", "w11", "r11"], ["kind"], activations=1),
        node("LSTM", ["x", "w41", "r41"], ["size"], hidden_size=5),
        node("RNN", ["x", "w11"], ["inputs"]),
        node("LSTM", ["x", "w42", "r41"], ["directions"]),
        node("GRU", ["x", "w41", "r31"], ["gates"]),
    ],
    [X],
)
