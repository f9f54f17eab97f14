//===- CatalogueTest.cpp - The catalogue keeps its own rules --------------===//

#include "tenon/Diagnostics/Emission.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"
#include <set>

using namespace tenon;

TEST(Catalogue, codesAndNamesAreUnique) {
  std::set<std::string> codes, names;
  for (const DiagnosticInfo *info : getCatalogue()) {
    EXPECT_TRUE(codes.insert(info->code.str()).second) << info->code.str();
    EXPECT_TRUE(names.insert(info->name.str()).second) << info->name.str();
    EXPECT_EQ(lookupDiagnostic(info->code), info);
  }
  EXPECT_EQ(lookupDiagnostic("E9999"), nullptr);
}

TEST(Catalogue, codesHaveTheirForm) {
  for (const DiagnosticInfo *info : getCatalogue()) {
    ASSERT_EQ(info->code.size(), 5u);
    EXPECT_EQ(info->code[0], info->severity == Severity::Warning ? 'W' : 'E');
    EXPECT_TRUE(llvm::all_of(info->code.drop_front(), llvm::isDigit));
  }
}

TEST(Catalogue, wording) {
  for (const DiagnosticInfo *info : getCatalogue()) {
    for (llvm::StringRef text : {llvm::StringRef(info->title),
                                 llvm::StringRef(info->message),
                                 llvm::StringRef(info->help)}) {
      if (text.empty())
        continue;
      EXPECT_FALSE(llvm::isUpper(text[0]) && text[0] != 'T') << text.str();
      EXPECT_FALSE(text.ends_with(".")) << text.str();
      EXPECT_EQ(text.count('{'), text.count('}')) << text.str();
      EXPECT_FALSE(text.contains("tenon.")) << text.str();
    }
    // What compiled models say is spelt by the runtime.
    if (info->category != Category::Runtime)
      EXPECT_TRUE(info->message.contains('{')) << info->code.str();
  }
}
