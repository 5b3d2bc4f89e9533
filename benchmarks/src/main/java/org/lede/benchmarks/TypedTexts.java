package org.lede.benchmarks;

import java.util.List;

/** What people type into a search box, made up, from a single word to all that the syntax has. */
final class TypedTexts {
  /**
   * Texts that mean the same to Lede and to Lucene's parsers: words, phrases and loose phrases,
   * starts of words, {@code AND}, {@code OR}, {@code NOT}, hyphens and parentheses.
   */
  static final List<String> COMMON =
      """
      harbour
      election results
      minister resigns after leaked memo
      how long will the drought last in the northern valleys
      interest rates
      Wheat Exports Black Sea
      "central bank"
      "prime minister" resigns
      "internet blackout" protests
      "rate cut" "soft landing"
      "the cost of living"
      "grain corridor"~3
      "minister budget"~5 deficit
      "undersea cable" "damage repair"~4
      censor*
      sanction* oil
      crypto* "money laundering"
      vaccin* rollout delay*
      oil AND gas
      oil OR gas
      oil NOT palm
      tariffs AND steel AND aluminium
      strike OR walkout OR lockout
      flood AND (dam OR levee OR embankment)
      (floods OR storms) AND (insurance OR reinsurance)
      (election OR referendum) turnout -poll
      football -american
      merger -rumour -speculation
      chip shortage NOT "potato chip"
      "trade war" (tariff OR quota OR embargo)
      (wheat OR maize OR barley) (export OR import) ban
      ((copper OR nickel) AND mine) OR smelter
      ((port OR harbour) AND (strike OR closure)) NOT football
      "supreme court" AND (ruling OR verdict) AND NOT appeal
      "data protection" (fine OR penalty) regulator
      "early warning" (flood OR quake OR tsunami) system*
      semiconductor* (subsidy OR subsidies) -opinion
      pipeline (leak OR rupture OR explosion) -cartoon
      drone (strike OR attack) AND (refinery OR depot)
      airline bankruptc* (pilot OR crew) union
      rail freight "signal failure" OR derailment
      "heat wave" OR heatwave OR "record temperatures"
      journalist (arrested OR detained OR jailed) -film
      coup OR junta OR "transitional government"
      "bird flu" OR "avian influenza"
      water rationing (reservoir OR aquifer) drought*
      "ceasefire talks" (collapse OR resume OR stall)
      mine collapse (rescue OR trapped) miners
      fishing quota* (cod OR herring OR mackerel) NOT recipe
      "wind farm" (planning OR permit) objection*
      telecom (merger OR acquisition) antitrust review
      (refugee OR asylum) (camp OR border) -"tennis camp"
      "sovereign debt" (default OR restructuring OR haircut)
      visa rules students overseas universities
      nuclear (inspection OR inspectors) "enriched uranium"
      lithium* (brine OR hard-rock) project financing
      bridge collapse inquiry -"card game"
      (hospital OR clinic) cyber-attack ransom*
      "food prices" (rice OR onions OR sugar) export curb*
      satellite launch (failure OR scrubbed OR delayed) NOT model
      """
          .lines()
          .toList();

  /** The kinds of queries that only Lede has, as its README and its grammar show them. */
  static final List<String> LEDE =
      """
      internet blackout
      "internet blackout" "blackout iran"~4
      shutdown (iran OR russia) -football
      headline:"spectrum auction"
      headline:(merger OR takeover) body:antitrust
      first/50:starlink
      byline:"Ada Quill"
      lead:regulator -headline:football
      censor* c*sor wom?n ~vodafon
      ~~telefonika merger
      iran near/8 blackout
      iran before/8 blackout
      (oil OR gas) near/5 (pipeline OR terminal)
      "single register" same/sentence roskomnadzor
      sanctions same/paragraph (bank OR lender)
      atleast/3 starlink
      country:Iran
      country:(IR OR SD) protest*
      about/0.8:RU mentions:(IR OR SD)
      topic:internet/censorship
      organisation:"International Telecommunication Union" standards
      source:"The Harbour Post" language:en
      published:2023-08..2023-10
      published:>=2023-09-04 "grain corridor"
      published:last/7d country:United Kingdom strike
      any/word(wheat maize barley) export
      like:fx-001
      "single market" country:Germany -football
      (headline:election OR lead:election) country:FR published:2024-06..2024-07
      atleast/2 ((flood OR dam) near/10 warning) about:DE published:2021
      """
          .lines()
          .toList();

  private TypedTexts() {}
}
