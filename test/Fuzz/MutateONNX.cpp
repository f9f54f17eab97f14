//===- MutateONNX.cpp - Changes ONNX models field by field ----------------===//
//
// Bytes flipped at random rarely leave a message that can be decoded. This
// decodes the model, changes some fields to values that are likely to matter
// (sizes, names of the graph, operators, kinds of attributes) and encodes it.
//
//===----------------------------------------------------------------------===//

#include "tenon/Import/ONNX/Node.h"
#include <google/protobuf/stubs/logging.h>
#include <onnx/onnx_pb.h>
#include <random>
#include <set>

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

extern "C" size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t limit);

namespace {

/// All attribute names that any input had.
std::set<std::string> attributeNames;

std::vector<std::string> getOperators() {
  tenon::onnx_import::OperatorRegistry registry;
#define TENON_FAMILY(FAMILY)                                                   \
  tenon::onnx_import::register##FAMILY##Operators(registry);
#include "tenon/Dialect/IR/Families.def"
  std::vector<std::string> names;
  for (llvm::StringRef name : registry.getNames())
    names.push_back(name.str());
  return names;
}

class Mutator {
public:
  Mutator(onnx::ModelProto &model, unsigned seed) : model(model), random(seed) {
    for (const auto &node : model.graph().node()) {
      values.insert(values.end(), node.input().begin(), node.input().end());
      values.insert(values.end(), node.output().begin(), node.output().end());
      for (const auto &attribute : node.attribute())
        attributeNames.insert(attribute.name());
    }
    for (const auto &tensor : model.graph().initializer())
      values.push_back(tensor.name());
    values.push_back("");
  }

  void mutate() {
    for (unsigned i = 0, count = 1 + below(4); i < count; ++i)
      mutateOnce();
  }

  /// Adds the other model's nodes, one of them reading a value of this one.
  void append(onnx::ModelProto &other) {
    onnx::GraphProto &graph = *other.mutable_graph();
    if (graph.node_size()) {
      auto &node = *graph.mutable_node(below(graph.node_size()));
      if (node.input_size())
        node.set_input(below(node.input_size()), pick(values));
    }
    graph.clear_name();
    model.mutable_graph()->MergeFrom(graph);
  }

private:
  struct Slot {
    Message *message;
    const FieldDescriptor *field;
  };

  size_t below(size_t limit) { return limit ? random() % limit : 0; }
  bool oneIn(unsigned count) { return below(count) == 0; }
  template <typename List> typename List::value_type pick(const List &list) {
    return *std::next(list.begin(), below(list.size()));
  }

  void mutateOnce() {
    onnx::GraphProto &graph = *model.mutable_graph();
    unsigned choice = below(16);
    if (choice == 0)
      return setTensor(graph.initializer_size() && !oneIn(3)
                           ? *graph.mutable_initializer(
                                 below(graph.initializer_size()))
                           : *addInitializer(graph));
    if (choice <= 2 && graph.node_size())
      return setAttribute(*graph.mutable_node(below(graph.node_size())));
    if (choice == 3 && model.opset_import_size())
      return model.mutable_opset_import(0)->set_version(1 + below(26));
    std::vector<Slot> present, all;
    collect(model, present, all);
    Slot slot = pick(oneIn(4) || present.empty() ? all : present);
    slot.field->is_repeated() ? changeRepeated(slot) : changeSingular(slot);
  }

  onnx::TensorProto *addInitializer(onnx::GraphProto &graph) {
    onnx::TensorProto *tensor = graph.add_initializer();
    tensor->set_name("w" + std::to_string(below(1000)));
    values.push_back(tensor->name());
    if (graph.node_size()) {
      auto &node = *graph.mutable_node(below(graph.node_size()));
      if (node.input_size() && !oneIn(3))
        node.set_input(below(node.input_size()), tensor->name());
      else
        node.add_input(tensor->name());
    }
    return tensor;
  }

  /// Dimensions, type and data that fit each other.
  void setTensor(onnx::TensorProto &tensor) {
    std::string name = tensor.name();
    tensor.Clear();
    tensor.set_name(name);
    constexpr int types[] = {1, 2, 3, 6, 7, 7, 7, 9, 10, 11, 13};
    constexpr unsigned bytes[] = {4, 1, 1, 4, 8, 8, 8, 1, 2, 8, 8};
    size_t type = below(std::size(types)), count = 1;
    tensor.set_data_type(types[type]);
    for (unsigned axis = 0, rank = below(4); axis < rank; ++axis) {
      tensor.add_dims(below(5));
      count *= tensor.dims(axis);
    }
    std::string raw;
    for (size_t i = 0; i < count; ++i) {
      int64_t value = types[type] == 9 ? below(2) : makeInteger();
      if (types[type] == 1) {
        float number = value;
        raw.append(reinterpret_cast<char *>(&number), 4);
      } else {
        raw.append(reinterpret_cast<char *>(&value), bytes[type]);
      }
    }
    tensor.set_raw_data(raw);
  }

  void setAttribute(onnx::NodeProto &node) {
    onnx::AttributeProto *attribute =
        node.attribute_size() && !oneIn(3)
            ? node.mutable_attribute(below(node.attribute_size()))
            : node.add_attribute();
    std::string name = attribute->name();
    attribute->Clear();
    attribute->set_name(name.empty() && !attributeNames.empty()
                            ? pick(attributeNames)
                            : name);
    auto type = onnx::AttributeProto::AttributeType(1 + below(8));
    attribute->set_type(type);
    unsigned count = below(6);
    if (type == onnx::AttributeProto::INT)
      attribute->set_i(makeInteger());
    else if (type == onnx::AttributeProto::FLOAT)
      attribute->set_f(makeFloat());
    else if (type == onnx::AttributeProto::STRING)
      attribute->set_s(makeString(""));
    else if (type == onnx::AttributeProto::TENSOR)
      setTensor(*attribute->mutable_t());
    for (unsigned i = 0; i < count; ++i) {
      if (type == onnx::AttributeProto::INTS)
        attribute->add_ints(makeInteger());
      else if (type == onnx::AttributeProto::FLOATS)
        attribute->add_floats(makeFloat());
      else if (type == onnx::AttributeProto::STRINGS)
        attribute->add_strings(makeString(""));
    }
  }

  void collect(Message &message, std::vector<Slot> &present,
               std::vector<Slot> &all) {
    const auto *reflection = message.GetReflection();
    const auto *type = message.GetDescriptor();
    for (int i = 0; i < type->field_count(); ++i)
      all.push_back({&message, type->field(i)});
    std::vector<const FieldDescriptor *> fields;
    reflection->ListFields(message, &fields);
    for (const FieldDescriptor *field : fields) {
      present.push_back({&message, field});
      if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE)
        continue;
      if (!field->is_repeated())
        collect(*reflection->MutableMessage(&message, field), present, all);
      else
        for (int i = 0; i < reflection->FieldSize(message, field); ++i)
          collect(*reflection->MutableRepeatedMessage(&message, field, i),
                  present, all);
    }
  }

  int64_t makeInteger() {
    constexpr int64_t edges[] = {INT64_MIN,     INT64_MAX,      int64_t(1) << 62,
                                 int64_t(1) << 32, INT32_MAX,   INT32_MIN,
                                 65536,         1000000,        -100};
    return oneIn(4) ? pick(llvm::ArrayRef<int64_t>(edges))
                    : int64_t(below(oneIn(3) ? 40 : 8)) - (oneIn(3) ? 4 : 0);
  }

  double makeFloat() {
    constexpr double edges[] = {0, -0.0, 1e30, -1e30, 1e-40, HUGE_VAL, NAN, -1};
    return oneIn(2) ? pick(llvm::ArrayRef<double>(edges)) : below(100) / 8.0;
  }

  std::string makeString(llvm::StringRef field) {
    static const std::vector<std::string> operators = getOperators();
    if (field == "op_type")
      return pick(operators);
    if (field == "input" || field == "output" || oneIn(3))
      return pick(values);
    if (field == "name" && !attributeNames.empty() && !oneIn(3))
      return pick(attributeNames);
    constexpr const char *others[] = {"", "N", "batch", "ij,jk->ik", "linear",
                                      "SAME_UPPER", "reflect", "\xff\n\"'"};
    return pick(llvm::ArrayRef<const char *>(others));
  }

  void changeSingular(Slot slot) {
    const auto *reflection = slot.message->GetReflection();
    if (oneIn(8))
      return reflection->ClearField(slot.message, slot.field);
    switch (slot.field->cpp_type()) {
#define TENON_SCALAR(KIND, NAME, VALUE)                                        \
  case FieldDescriptor::CPPTYPE_##KIND:                                        \
    return reflection->Set##NAME(slot.message, slot.field, VALUE);
      TENON_SCALAR(INT32, Int32, makeInteger())
      TENON_SCALAR(INT64, Int64, makeInteger())
      TENON_SCALAR(UINT32, UInt32, makeInteger())
      TENON_SCALAR(UINT64, UInt64, makeInteger())
      TENON_SCALAR(FLOAT, Float, makeFloat())
      TENON_SCALAR(DOUBLE, Double, makeFloat())
      TENON_SCALAR(BOOL, Bool, oneIn(2))
      TENON_SCALAR(STRING, String, makeString(slot.field->name()))
#undef TENON_SCALAR
    case FieldDescriptor::CPPTYPE_ENUM:
      return reflection->SetEnumValue(slot.message, slot.field, below(15));
    case FieldDescriptor::CPPTYPE_MESSAGE:
      // New messages stay empty; later changes fill them.
      reflection->MutableMessage(slot.message, slot.field);
    }
  }

  void changeRepeated(Slot slot) {
    const auto *reflection = slot.message->GetReflection();
    int size = reflection->FieldSize(*slot.message, slot.field);
    int index = below(size);
    unsigned choice = below(5);
    if (size > 0 && choice == 0)
      return reflection->SwapElements(slot.message, slot.field, index,
                                      below(size));
    if (size > 0 && choice == 1) {
      reflection->SwapElements(slot.message, slot.field, index, size - 1);
      return reflection->RemoveLast(slot.message, slot.field);
    }
    bool change = size > 0 && choice < 4;
    switch (slot.field->cpp_type()) {
#define TENON_SCALAR(KIND, NAME, VALUE)                                        \
  case FieldDescriptor::CPPTYPE_##KIND:                                        \
    return change ? reflection->SetRepeated##NAME(slot.message, slot.field,    \
                                                  index, VALUE)                \
                  : reflection->Add##NAME(slot.message, slot.field, VALUE);
      TENON_SCALAR(INT32, Int32, makeInteger())
      TENON_SCALAR(INT64, Int64, makeInteger())
      TENON_SCALAR(UINT64, UInt64, makeInteger())
      TENON_SCALAR(FLOAT, Float, makeFloat())
      TENON_SCALAR(DOUBLE, Double, makeFloat())
      TENON_SCALAR(STRING, String, makeString(slot.field->name()))
#undef TENON_SCALAR
    case FieldDescriptor::CPPTYPE_MESSAGE:
      copyMessage(slot, size, index);
      break;
    default:
      break;
    }
  }

  void copyMessage(Slot slot, int size, int index) {
    const auto *reflection = slot.message->GetReflection();
    Message *added = reflection->AddMessage(slot.message, slot.field);
    if (size == 0)
      return;
    added->CopyFrom(
        reflection->GetRepeatedMessage(*slot.message, slot.field, index));
    // A second maker of a name is one mistake among many.
    if (auto *node = dynamic_cast<onnx::NodeProto *>(added); node && !oneIn(8))
      for (std::string &output : *node->mutable_output()) {
        output += "'";
        values.push_back(output);
      }
  }

  onnx::ModelProto &model;
  std::mt19937 random;
  std::vector<std::string> values;
};

bool decode(onnx::ModelProto &model, const uint8_t *data, size_t size) {
  google::protobuf::LogSilencer silence;
  return model.ParseFromArray(data, size);
}

size_t encode(const onnx::ModelProto &model, uint8_t *data, size_t limit) {
  size_t size = model.ByteSizeLong();
  if (size > limit)
    return 0;
  model.SerializeToArray(data, size);
  return size;
}

} // namespace

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size,
                                          size_t limit, unsigned seed) {
  onnx::ModelProto model;
  if (seed % 8 == 0 || !decode(model, data, size))
    return LLVMFuzzerMutate(data, size, limit);
  Mutator(model, seed).mutate();
  size_t written = encode(model, data, limit);
  return written ? written : LLVMFuzzerMutate(data, size, limit);
}

extern "C" size_t LLVMFuzzerCustomCrossOver(const uint8_t *first, size_t size1,
                                            const uint8_t *second, size_t size2,
                                            uint8_t *out, size_t limit,
                                            unsigned seed) {
  onnx::ModelProto model, other;
  if (!decode(model, first, size1) || !decode(other, second, size2))
    return 0;
  Mutator(model, seed).append(other);
  return encode(model, out, limit);
}
