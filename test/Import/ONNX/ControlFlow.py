# RUN: rm -rf %t && mkdir %t && %python %s %t
# RUN: model-opt %t/known.onnx --emit=tenon | FileCheck %s --check-prefix=KNOWN
# RUN: model-opt %t/loop.onnx --emit=tenon | FileCheck %s --check-prefix=LOOP
# RUN: model-opt %t/early.onnx --emit=tenon | FileCheck %s --check-prefix=EARLY
# RUN: model-opt %t/scan.onnx --emit=tenon | FileCheck %s --check-prefix=SCAN
# RUN: model-opt %t/call.onnx --emit=tenon | FileCheck %s --check-prefix=CALL
# RUN: sh -c 'model-opt %t/differs.onnx --check; test $? = 3' 2>&1 | FileCheck %s --check-prefix=DIFFERS
# RUN: sh -c 'model-opt %t/grows.onnx --check; test $? = 3' 2>&1 | FileCheck %s --check-prefix=GROWS
# RUN: sh -c 'model-opt %t/recursion.onnx --check; test $? = 3' 2>&1 | FileCheck %s --check-prefix=RECURSION
# RUN: sh -c 'model-opt %t/multiplies.onnx --check; test $? = 3' 2>&1 | FileCheck %s --check-prefix=MULTIPLIES
# RUN: not model-opt %t/deep.onnx --check 2>&1 | FileCheck %s --check-prefix=DEEP
# RUN: not model-opt %t/counts.onnx --check 2>&1 | FileCheck %s --check-prefix=COUNTS
# RUN: not model-opt %t/inside.onnx --check 2>&1 | FileCheck %s --check-prefix=INSIDE
# RUN: not model-opt %t/scans.onnx --check 2>&1 | FileCheck %s --check-prefix=SCANS
"""Graphs in nodes, and functions of the model."""

import os
import sys

import numpy as np
from onnx import TensorProto, helper, numpy_helper

FLOAT, INT, BOOL = TensorProto.FLOAT, TensorProto.INT64, TensorProto.BOOL


def value(name, kind=FLOAT, shape=None):
    return helper.make_tensor_value_info(name, kind, shape)


def node(operator, inputs, outputs, name=None, **attributes):
    return helper.make_node(operator, inputs, outputs, name=name, **attributes)


def graph(nodes, inputs, outputs, weights=()):
    return helper.make_graph(nodes, "inner", list(inputs), [value(o) if isinstance(o, str) else o for o in outputs],
                             [numpy_helper.from_array(np.asarray(array), key) for key, array in weights])


def write(name, nodes, outputs=("y",), weights=(), functions=()):
    inputs = [value("x", FLOAT, ["batch", 4]), value("c", BOOL, []), value("n", INT, [])]
    model = helper.make_model(graph(nodes, inputs, outputs, weights), functions=list(functions),
                              opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("mine", 1)])
    with open(os.path.join(sys.argv[1], name + ".onnx"), "wb") as file:
        file.write(model.SerializeToString())


def branch(operator, name, *inputs):
    return graph([node(operator, list(inputs), [name], name="in_" + name)], [], [name])


TURN = [value("i", INT, []), value("go", BOOL, [])]

# A condition that is known takes one branch and leaves no trace.
# KNOWN-NOT: tenon.if
# KNOWN: tenon.exp
# KNOWN-NOT: tenon.neg
write("known", [node("If", ["yes"], ["y"], then_branch=branch("Exp", "a", "x"), else_branch=branch("Neg", "b", "x"))],
      weights=[("yes", np.array(True))])

# The body sees values around it; nothing ends it early, and the stack has as
# many entries as the constant says.
# LOOP: ^bb0(%{{.*}}: !tenon.tensor<[], i64>, %{{.*}}: !tenon.tensor<[batch, 4], f32>):
# LOOP: tenon.add {{.*}} -> !tenon.tensor<[batch, 4], f32>
# LOOP: } {counted} : {{.*}} -> !tenon.tensor<[batch, 4], f32>, !tenon.tensor<[7, batch, 4], f32>, !tenon.tensor<[1], i64>
body = graph([node("Add", ["s", "e"], ["t"]), node("Identity", ["go"], ["on"])], [*TURN, value("s")], ["on", "t", "t"])
write("loop", [node("Exp", ["x"], ["e"]), node("Loop", ["seven", "", "x"], ["y", "all"], body=body)], ["y", "all"],
      [("seven", np.int64(7))])

# How many turns there are only the data decides: the first dimension is named.
# EARLY: symbols [batch, y_turns_limit in [1024, *]]
# EARLY: tenon.loop {{.*}} room = [y_turns_limit] {
# EARLY: tenon.as_sizes %{{.*}}#2 sizes = [y_size0] limits = [y_turns_limit]
# EARLY: tenon.dynamic_slice {{.*}} -> !tenon.tensor<[min(y_size0, y_turns_limit), batch, 4], f32>
write("early", [node("Exp", ["x"], ["e"]), node("Loop", ["n", "c", "x"], ["y", "all"], body=body)], ["y", "all"])

# SCAN: tenon.loop {{.*}} room = [4] {
# SCAN: tenon.gather {{.*}} axis = 1 {{.*}} -> !tenon.tensor<[batch], f32>
# SCAN: -> !tenon.tensor<[batch], f32>, !tenon.tensor<[4, batch], f32>, !tenon.tensor<[1], i64>
# SCAN: tenon.transpose {{.*}} permutation = [1, 0] {{.*}} -> !tenon.tensor<[batch, 4], f32>
step = graph([node("Add", ["s", "a"], ["t"]), node("Identity", ["t"], ["r"])], [value("s"), value("a")], ["t", "r"])
write("scan", [node("ReduceMax", ["x"], ["s0"], axes=[1], keepdims=0),
               node("Scan", ["s0", "x"], ["y", "all"], num_scan_inputs=1, scan_input_axes=[1], scan_output_axes=[-1], body=step)],
      ["y", "all"])


def function(name, nodes, inputs=("a",), outputs=("b",)):
    imports = [helper.make_opsetid("", 17), helper.make_opsetid("mine", 1)]
    return helper.make_function("mine", name, list(inputs), list(outputs), nodes, imports)


def call(name, source, result):
    return node(name, [source], [result], name=f"call_{name}", domain="mine")


# A call becomes the nodes of the function; its names are its own.
# CALL: tenon.exp
# CALL-NEXT: tenon.neg
# CALL-NEXT: tenon.exp
# CALL-NEXT: tenon.neg
# CALL-NOT: tenon.exp
write("call", [call("F", "x", "b"), call("F", "b", "y")],
      functions=[function("F", [node("Exp", ["a"], ["x"]), node("Neg", ["x"], ["b"])])])

# DIFFERS: error[E0125]: If node 'choose' gives [batch, 4] of float32 in one branch, but [batch, 4] of int64 in the other (result 0), which Tenon does not support yet
# DIFFERS-NEXT: differs.onnx: If node 'choose'
cast = graph([node("Cast", ["x"], ["b"], to=INT)], [], ["b"])
write("differs", [node("If", ["c"], ["y"], name="choose", then_branch=branch("Exp", "a", "x"), else_branch=cast)])

# GROWS: error[E0126]: Loop node 'grow' carries [batch, 4] of float32 into a turn, but [batch, 8] of float32 out of it (value 0), which Tenon does not support yet
# GROWS-NEXT: grows.onnx: Loop node 'grow'
double = graph([node("Concat", ["s", "s"], ["t"], axis=1), node("Identity", ["go"], ["on"])], [*TURN, value("s")], ["on", "t"])
write("grows", [node("Loop", ["n", "", "x"], ["y"], name="grow", body=double)])

# RECURSION: error[E0805]: F node 'call_F' uses functions that call each other more than 64 deep, or without end, which Tenon does not support yet
# RECURSION: 1 error
write("recursion", [call("F", "x", "y")], functions=[function("F", [call("G", "a", "b")]), function("G", [call("F", "a", "b")])])

# MULTIPLIES: error[E0805]: F0 node 'call_F0' uses functions that become more than 100000 nodes
# MULTIPLIES: 1 error
many = [function(f"F{i}", [call(f"F{i + 1}", "a" if j == 0 else f"v{j}", f"v{j + 1}" if j < 9 else "b") for j in range(10)])
        for i in range(8)] + [function("F8", [node("Neg", ["a"], ["b"])])]
write("multiplies", [call("F0", "x", "y")], functions=many)

# Protobuf refuses messages this deep.
# DEEP: error[E0802]: 
nest = branch("Exp", "a0", "x")
for i in range(80):
    nest = graph([node("If", ["c"], [f"a{i + 1}"], then_branch=nest, else_branch=branch("Neg", f"b{i}", "x"))], [], [f"a{i + 1}"])
write("deep", [node("If", ["c"], ["y"], then_branch=nest, else_branch=branch("Neg", "b", "x"))])

# COUNTS: error[E0304]: If node 'two' has a wrong attribute 'else_branch': it has 1 outputs, but the node has 2
# COUNTS: error[E0304]: Loop node 'short' has a wrong attribute 'body': it has 1 inputs and 1 outputs, which does not fit 3 inputs and 1 outputs of the node
# COUNTS: error[E0304]: If node 'lacks' has a wrong attribute 'else_branch': it is missing
# COUNTS: error[E0305]: G node 'call_G' has 1 inputs, but takes 0
# COUNTS: 4 errors
pair = graph([node("Exp", ["x"], ["a1"]), node("Neg", ["x"], ["a2"])], [], ["a1", "a2"])
short = graph([node("Not", ["i"], ["on"])], [value("i", BOOL, [])], ["on"])
write("counts", [
    node("If", ["c"], ["y", "z"], name="two", then_branch=pair, else_branch=branch("Neg", "b", "x")),
    node("Loop", ["n", "c", "x"], ["u"], name="short", body=short),
    node("If", ["c"], ["v"], name="lacks", then_branch=branch("Exp", "a", "x")), call("G", "x", "w")], ["y", "z", "u", "v", "w"],
    functions=[function("G", [node("Neg", ["a"], ["b"])], inputs=())])

# Mistakes inside are at their own nodes, each told once, and blame nobody else.
# INSIDE: error[E0103]: {{.*}}
# INSIDE-NEXT: inside.onnx: MatMul node 'bad'
# INSIDE: error[E0301]: Neg node 'in_b' reads 'none', which no input, weight or earlier node makes
# INSIDE-NOT: error[
# INSIDE: 2 errors
product = graph([node("MatMul", ["s", "w"], ["t"], name="bad"), node("Identity", ["go"], ["on"])], [*TURN, value("s")], ["on", "t"])
write("inside", [
    node("Loop", ["n", "", "x"], ["u"], body=product), node("Relu", ["u"], ["v"]),
    node("If", ["c"], ["y"], then_branch=branch("Exp", "a", "x"), else_branch=branch("Neg", "b", "none"))], ["y", "v"],
    [("w", np.ones((3, 3), np.float32))])

# SCANS: error[E0304]: Scan node 'many' has a wrong attribute 'num_scan_inputs': it is 3, but the node has 2 inputs
# SCANS: error[E0304]: Scan node 'axes' has a wrong attribute 'scan_input_axes': it has 2 entries, but needs 1
# SCANS: 2 errors
write("scans", [
    node("Scan", ["x", "x"], ["a", "b"], name="many", num_scan_inputs=3, body=step),
    node("Scan", ["x", "x"], ["d", "e"], name="axes", num_scan_inputs=1, scan_input_axes=[0, 1], body=step)], ["a", "b", "d", "e"])
