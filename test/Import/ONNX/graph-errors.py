# RUN: rm -rf %t && mkdir %t && %python %s %t
# RUN: not model-opt --check %t/missing.onnx 2>&1 | FileCheck %s --check-prefix=MISSING
# RUN: not model-opt --check %t/twice.onnx 2>&1 | FileCheck %s --check-prefix=TWICE
# RUN: not model-opt --check %t/loop.onnx 2>&1 | FileCheck %s --check-prefix=LOOP
# RUN: model-opt --check %t/unordered.onnx | FileCheck %s --check-prefix=UNORDERED
# RUN: model-opt --check %t/unread.onnx | FileCheck %s --check-prefix=UNREAD
# RUN: not model-opt --check %t/output.onnx 2>&1 | FileCheck %s --check-prefix=OUTPUT
# RUN: not model-opt --check %t/attribute.onnx 2>&1 | FileCheck %s --check-prefix=ATTRIBUTE
# RUN: not model-opt --check %t/count.onnx 2>&1 | FileCheck %s --check-prefix=COUNT
# RUN: sh -c 'model-opt --check %t/limits.onnx; test $? = 3' 2>&1 | FileCheck %s --check-prefix=LIMITS
# RUN: not model-opt --check %t/limit-and-mistake.onnx 2>&1 | FileCheck %s --check-prefix=BOTH
# RUN: sh -c 'model-opt --check %t/opset.onnx; test $? = 3' 2>&1 | FileCheck %s --check-prefix=OPSET
# RUN: not model-opt --check %t/escape.onnx 2>&1 | FileCheck %s --check-prefix=ESCAPE
# RUN: not model-opt --check %t/inner/link.onnx 2>&1 | FileCheck %s --check-prefix=LINK
# RUN: not model-opt --check %t/folder.onnx 2>&1 | FileCheck %s --check-prefix=FOLDER
# RUN: model-opt --check %t/inner/linked.onnx | FileCheck %s --check-prefix=EXTERNAL
# RUN: model-opt --check %t/external.onnx | FileCheck %s --check-prefix=EXTERNAL
# RUN: not model-opt --check %t/short.onnx 2>&1 | FileCheck %s --check-prefix=SHORT
# RUN: not model-opt --check %t/negative.onnx 2>&1 | FileCheck %s --check-prefix=NEGATIVE
# RUN: not model-opt --check %t/huge.onnx 2>&1 | FileCheck %s --check-prefix=HUGE
# RUN: not model-opt --check %t/truncated.onnx 2>&1 | FileCheck %s --check-prefix=TRUNCATED
# RUN: not model-opt --check %t/followers.onnx 2>&1 | FileCheck %s --check-prefix=FOLLOWERS
# RUN: not model-opt --check %t/trace.onnx 2>&1 | FileCheck %s --check-prefix=TRACE
"""What can be wrong with a graph as a whole, and with a file."""

import os
import sys

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

OUT = sys.argv[1]
FLOAT = TensorProto.FLOAT


def model(nodes, inputs=("x",), outputs=("y",), weights=(), opset=13, dims=("batch", 4)):
    graph = helper.make_graph(
        nodes,
        "net",
        [helper.make_tensor_value_info(name, FLOAT, dims) for name in inputs],
        [helper.make_tensor_value_info(name, FLOAT, None) for name in outputs],
        list(weights),
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)])


def save(name, proto):
    with open(os.path.join(OUT, name + ".onnx"), "wb") as file:
        file.write(proto.SerializeToString())


def node(kind, name, inputs, outputs, **attributes):
    return helper.make_node(kind, inputs, outputs, name=name, **attributes)


# MISSING: error[E0301]: Relu node 'r' reads 'z1', which no input, weight or earlier node makes
# MISSING-NEXT: missing.onnx: Relu node 'r', node 1
# MISSING-NEXT: = help: did you mean 'z'?
# MISSING: 1 error
save("missing", model([node("Exp", "e", ["x"], ["z"]), node("Relu", "r", ["z1"], ["y"])]))

# TWICE: error[E0302]: 'y' is made twice: by Relu node 'a' and by Exp node 'b'
save("twice", model([node("Relu", "a", ["x"], ["y"]), node("Exp", "b", ["x"], ["y"])]))

# LOOP: error[E0303]: {{.*}} node '{{[ab]}}' reads '{{[uv]}}', which is made only by
save("loop", model([node("Add", "a", ["x", "v"], ["u"]), node("Exp", "b", ["u"], ["v"]), node("Relu", "c", ["v"], ["y"])]))

# Nodes may stand before what they read.
# UNORDERED: output y: [batch, 4] of float32
save("unordered", model([node("Relu", "c", ["v"], ["y"]), node("Exp", "b", ["x"], ["v"])]))

# A node may name no output at all.
# UNREAD: output y: [batch, 4] of float32
save("unread", model([node("Relu", "r", ["x"], []), node("Exp", "e", ["x"], ["y"])]))

# OUTPUT: error[E0309]: the output 'y' is made by no node
save("output", model([node("Relu", "r", ["x"], ["z"])]))

# ATTRIBUTE: error[E0304]: Concat node 'c' has a wrong attribute 'axis'
save("attribute", model([node("Concat", "c", ["x", "x"], ["y"], axis="one")]))

# COUNT: error[E0305]: MatMul node 'm' has 1 inputs, but takes 2
save("count", model([node("MatMul", "m", ["x"], ["y"])]))

# Everything that is not supported is listed at once.
# LIMITS: error[E0803]: StringNormalizer node 'n1' is an operator that Tenon does not support yet
# LIMITS: error[E0803]: Custom node 'n2' is an operator that Tenon does not support yet
# LIMITS: = note: it belongs to the domain 'my.domain'
# LIMITS: 2 errors
save(
    "limits",
    model([node("StringNormalizer", "n1", ["x"], ["z"]), helper.make_node("Custom", ["x"], ["y"], name="n2", domain="my.domain")]),
)

# A mistake is found beside a limit, and what reads the unknown is not blamed.
# BOTH: error[E0803]: Custom node 'n'
# BOTH: error[E0202]: {{.*}}'bad'
# BOTH: 2 errors
save(
    "limit-and-mistake",
    model(
        [
            helper.make_node("Custom", ["x"], ["u"], name="n", domain="my.domain"),
            node("Relu", "after", ["u"], ["v"]),
            node("Cast", "cast", ["x"], ["i"], to=TensorProto.INT32),
            node("Exp", "bad", ["i"], ["y"]),
        ],
        outputs=("y", "v"),
    ),
)

# OPSET: error[E0805]: {{.*}} uses operator set 99
# OPSET: = help: convert the model to an operator set from 1 to 25
save("opset", model([node("Relu", "r", ["x"], ["y"])], opset=99))


def external(name, place, length=16):
    weight = numpy_helper.from_array(numpy.ones(4, numpy.float32), "w")
    weight.ClearField("raw_data")
    weight.data_location = TensorProto.EXTERNAL
    for key, value in (("location", place), ("offset", "4"), ("length", str(length))):
        entry = weight.external_data.add()
        entry.key, entry.value = key, value
    save(name, model([node("Add", "a", ["x", "w"], ["y"])], weights=[weight]))


with open(os.path.join(OUT, "weights.bin"), "wb") as file:
    file.write(b"junk" + numpy.ones(4, numpy.float32).tobytes())
# EXTERNAL: output y: [batch, 4] of float32
external("external", "weights.bin")
# ESCAPE: error[E0808]: the values of 'w' cannot be read from '../secret.bin': it does not lie in the model's folder
external("escape", "../secret.bin")
# SHORT: error[E0808]: the values of 'w' cannot be read from 'weights.bin': it ends before the tensor's data does, at byte 20
external("short", "weights.bin", 64)
os.mkdir(os.path.join(OUT, "inner"))
# FOLDER: error[E0808]: the values of 'w' cannot be read from 'inner': it is no plain file
external("folder", "inner")
# LINK: error[E0808]: the values of 'w' cannot be read from 'weights.bin': it is a link that leads out of the model's folder
external("inner/link", "weights.bin")
os.symlink("../weights.bin", os.path.join(OUT, "inner", "weights.bin"))
# A model that is a link itself has its weights where it leads.
os.symlink("../external.onnx", os.path.join(OUT, "inner", "linked.onnx"))

# NEGATIVE: error[E0113]: the tensor 'w' would give axis 0 a size of -4
negative = numpy_helper.from_array(numpy.ones(4, numpy.float32), "w")
negative.dims[0] = -4
save("negative", model([node("Add", "a", ["x", "w"], ["y"])], weights=[negative]))

# HUGE: error[E0114]: the tensor 'w' would give [4611686018427387904, 8], which has more than 2^63 elements
huge = numpy_helper.from_array(numpy.ones((1, 8), numpy.float32), "w")
huge.dims[0] = 1 << 62
save("huge", model([node("Add", "a", ["x", "w"], ["y"])], weights=[huge]))

# TRUNCATED: error[E0802]: '{{.*}}truncated.onnx' is no valid ONNX file: there is a {{.*}}: the file is truncated, at byte
with open(os.path.join(OUT, "truncated.onnx"), "wb") as file:
    file.write(model([node("Relu", "r", ["x"], ["y"])]).SerializeToString()[:-30])

# Of a chain after a mistake only the mistake is reported, and a second,
# independent one.
# FOLLOWERS: error[E0103]: MatMul node 'product'
# FOLLOWERS-NOT: node 'after
# FOLLOWERS: error[E0103]: MatMul node 'second'
# FOLLOWERS: 2 errors
square = numpy_helper.from_array(numpy.ones((5, 3), numpy.float32), "w")
save(
    "followers",
    model(
        [
            node("MatMul", "product", ["x", "w"], ["a"]),
            node("Relu", "after1", ["a"], ["b"]),
            node("Softmax", "after2", ["b"], ["c"]),
            node("MatMul", "second", ["c", "w"], ["y"]),
        ],
        weights=[square],
    ),
)

# PyTorch's exporter leaves stack traces; the user's own line is shown.
# TRACE: error[E0202]: Exp node 'e'
# TRACE-NEXT: trace.onnx: Exp node 'e', node 1
# TRACE-NEXT: = exported from mynet.py:12
trace = 'File "mynet.py", line 12, in forward\n    return torch.exp(i)\n  File "/lib/torch/nn.py", line 3, in f\n    x\n'
bad = node("Exp", "e", ["i"], ["y"])
proto = model([node("Cast", "c", ["x"], ["i"], to=TensorProto.INT32), bad])


def field(number, payload):
    size, varint = len(payload), b""
    while size >= 128:
        varint += bytes([size & 127 | 128])
        size >>= 7
    return bytes([number << 3 | 2]) + varint + bytes([size]) + payload


# metadata_props is field 9, newer than this version of the package.
entry = field(1, b"pkg.torch.onnx.stack_trace") + field(2, trace.encode())
proto.graph.node[1].MergeFromString(field(9, entry))
save("trace", proto)
