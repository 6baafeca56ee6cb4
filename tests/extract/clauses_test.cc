#include "extract/clauses.h"

#include <catch2/catch.hpp>

#include "tests/extract/documents.h"

namespace entente {
namespace {

/// Groups as "urge(Japan; Iran)": lemma, subject, object, then "passive" and the status if it is
/// not actual.
Strings groups_of(std::string_view marked) {
  const ViewedSentence viewed(marked_text(marked));
  Strings result;
  for (const VerbGroup& group : find_verb_groups(viewed.view())) {
    std::string text = group.lemma + "(" + viewed.names(group.subject) + "; " +
                       viewed.names(find_object(viewed.view(), group)) + ")";
    if (group.voice == ClauseVoice::passive) text += " passive";
    if (group.status != Status::actual) text += " " + std::string(name(group.status));
    result.push_back(text);
  }
  return result;
}

struct Case {
  std::string_view text;
  Strings groups;
};

void check(std::initializer_list<Case> cases) {
  for (const auto& [text, groups] : cases) {
    CAPTURE(text);
    CHECK(groups_of(text) == groups);
  }
}

}  // namespace

TEST_CASE("active and passive verbs have subjects", "[extract]") {
  check({{"[Abe/Person] met [Putin/Person].", {"meet(Abe; Putin)"}},
         {"[Japan/State] was accused by [China/State].", {"accuse(Japan; ) passive"}},
         {"[Germany/State], backed by [France/State], criticized [Russia/State].",
          {"back(Germany; ) passive", "criticize(Germany; Russia)"}}});
}

TEST_CASE("what follows to is done by who is asked or by who plans", "[extract]") {
  check({{"[Japan/State] urged [Iran/State] to withdraw.",
          {"urge(Japan; Iran)", "withdraw(Iran; ) planned"}},
         {"[Turkey/State] refused to recognize [Cyprus/State].",
          {"refuse(Turkey; )", "recognize(Turkey; Cyprus) denied"}},
         {"[Abe/Person] called on [China/State] to release [Lee/Person].",
          {"call(Abe; )", "release(China; Lee) planned"}},
         {"[Japan/State] was urged by [China/State] to leave [Iraq/State].",
          {"urge(Japan; ) passive", "leave(Japan; Iraq) planned"}}});
}

TEST_CASE("a verb of planning embeds the one after it", "[extract]") {
  const ViewedSentence viewed(marked_text("[Japan/State] refused to recognize [Cyprus/State]."));
  const auto groups = find_verb_groups(viewed.view());
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].above == kNone);
  CHECK(groups[1].above == 0);
}

TEST_CASE("relative clauses take what they stand beside", "[extract]") {
  check({{"[Japan/State], which criticized [Russia/State], supported [France/State].",
          {"criticize(Japan; Russia)", "support(Japan; France)"}},
         {"[Putin/Person], who visited [Japan/State], met [Abe/Person].",
          {"visit(Putin; Japan)", "meet(Putin; Abe)"}}});
}

TEST_CASE("joined subjects, objects and verbs are read together", "[extract]") {
  check({{"[Germany/State], [France/State] and [Italy/State] condemned [Russia/State].",
          {"condemn(Germany, France, Italy; Russia)"}},
         {"[Japan/State] criticized [Iran/State] and [Iraq/State].",
          {"criticize(Japan; Iran, Iraq)"}},
         {"[Putin/Person] visited [Japan/State] and met [Abe/Person].",
          {"visit(Putin; Japan)", "meet(Putin; Abe)"}}});
}

TEST_CASE("negation, modals and conditions set the status", "[extract]") {
  check({{"[Iran/State] did not attack [Israel/State].", {"attack(Iran; Israel) denied"}},
         {"[Iran/State] has not signed [Pact X/Agreement].", {"sign(Iran; Pact X) denied"}},
         {"[Japan/State] never recognized [Kosovo/State].", {"recognize(Japan; Kosovo) denied"}},
         {"[France/State] may support [Israel/State].", {"support(France; Israel) hypothetical"}},
         {"[Iran/State] will host [Iraq/State].", {"host(Iran; Iraq) planned"}},
         {"[Iran/State] would attack [Iraq/State].", {"attack(Iran; Iraq) planned"}},
         {"[Iran/State] supported us if [Iraq/State] attacked [Kuwait/State].",
          {"support(Iran; )", "attack(Iraq; Kuwait) hypothetical"}}});
}

TEST_CASE("nouns that look like verbs are no verbs", "[extract]") {
  check({{"The visit to [Japan/State] was long.", {}},
         {"The attack on [Iran/State].", {}},
         {"[Japan/State]'s support for [Iran/State].", {}}});
}

TEST_CASE("find_prepositional stops at the clause and within reach", "[extract]") {
  const ViewedSentence viewed(
      marked_text("[Iran/State] met with [Iraq/State] and [Kuwait/State]; with [Oman/State]."));
  const auto with = [&](uint32_t reach) {
    return viewed.names(find_prepositional(viewed.view(), viewed.word("met"), "with", reach));
  };
  CHECK(with(18) == "Iraq, Kuwait");
  CHECK(find_prepositional(viewed.view(), viewed.word("met"), "from").empty());
}

TEST_CASE("find_possessor reads possessives and demonyms", "[extract]") {
  const ViewedSentence possessive(marked_text("[Moscow/State]'s rejection came."));
  CHECK(possessive.names(find_possessor(possessive.view(), possessive.word("rejection"))) ==
        "Moscow");
  const ViewedSentence demonym(marked_text("The [Russian/State/demonym] invasion came."));
  CHECK(demonym.names(find_possessor(demonym.view(), demonym.word("invasion"))) == "Russian");
  const ViewedSentence none(marked_text("[Moscow/State] saw the invasion."));
  CHECK(find_possessor(none.view(), none.word("invasion")).empty());
}

TEST_CASE("head_mention goes over a title to the person", "[extract]") {
  const ViewedSentence viewed(
      marked_text("[Russian/State/demonym] President [Vladimir Putin/Person] spoke."));
  CHECK(viewed.names({head_mention(viewed.view(), 0, viewed.view().size())}) == "Vladimir Putin");
  CHECK(head_mention(viewed.view(), viewed.word("spoke"), viewed.view().size()) == kNone);
}

TEST_CASE("coordination gives all members in order, whichever is asked", "[extract]") {
  const ViewedSentence viewed(
      marked_text("[Iran/State], [Iraq/State] and [Oman/State] met [Kuwait/State]."));
  CHECK(viewed.names(coordination(viewed.view(), 0)) == "Iran, Iraq, Oman");
  CHECK(viewed.names(coordination(viewed.view(), 1)) == "Iran, Iraq, Oman");
  CHECK(viewed.names(coordination(viewed.view(), 3)) == "Kuwait");
}

}  // namespace entente
