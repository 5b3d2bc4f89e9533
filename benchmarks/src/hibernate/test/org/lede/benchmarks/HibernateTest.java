package org.lede.benchmarks;

class HibernateTest extends PeerTest {
  HibernateTest() {
    super("hibernate");
  }
}
