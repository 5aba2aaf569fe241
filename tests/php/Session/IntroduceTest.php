<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Session;

use OCA\Reseau\Matching\Introduction;
use OCA\Reseau\Matching\IntroductionMapper;
use PHPUnit\Framework\Attributes\Group;
use PHPUnit\Framework\Attributes\TestWith;

/** Introductions that a session ends with. */
#[Group('databases')]
class IntroduceTest extends SessionTestCase {
	/** @return array{int, int} numbers in the session of two who fit */
	private function two(string $one, string $other): array {
		$this->say($one, 'need', 'Réparer ma bicyclette', ['terms' => ['velo'], 'agreed' => true]);
		$this->say($other, 'offer', 'Réparer une bicyclette le samedi', ['terms' => ['velo'], 'agreed' => true]);
		$pairs = $this->data('GET', "/sessions/$this->session/ending", 'fanny')['pairs'];
		self::assertCount(1, $pairs);
		self::assertStringContainsString("cherche «\u{a0}Réparer ma bicyclette\u{a0}»", $pairs[0]['reason']);
		return $pairs[0]['people'];
	}

	public function testTwoWhoseCardsTheFacilitatorKeepsAreIntroduced(): void {
		$this->end('fanny', [$this->two('ida', 'Marcel')]);
		$mediations = $this->data('GET', '/mediations', 'fanny')['mediations'];
		self::assertSame(['Ida Roux', 'Marcel'], array_column($mediations[0]['people'], 'name'));
		self::assertTrue($mediations[0]['mediator']['mine']);
		self::assertTrue($mediations[0]['can']['plan']);
		self::assertFalse($this->data('GET', '/mediations', 'zohra')['mediations'][0]['can']['take']);
		self::assertSame(['Two people wait for a place and a time from you'], $this->notified('fanny'));
	}

	/** The facilitator links two whose words do not fit; it goes the same way. */
	public function testAnyTwoAreLinkedByHand(): void {
		$this->say('ida', 'need', 'Réparer ma bicyclette', ['terms' => []]);
		$this->say('Marcel', 'offer', 'Du levain', ['terms' => [], 'agreed' => true]);
		self::assertSame([], $this->data('GET', "/sessions/$this->session/ending", 'fanny')['pairs']);
		$people = $this->people();
		$this->end('fanny', [[$people['Marcel']['id'], $people['Ida Roux']['id']]]);
		self::assertSame(['Ida Roux', 'Marcel'], array_column($this->data('GET', '/mediations', 'fanny')['mediations'][0]['people'], 'name'));
	}

	public function testAPersonWithAnAccountSaysTheirOwnYes(): void {
		$this->end('fanny', [$this->two('ida', 'linh')]);
		self::assertSame([], $this->data('GET', '/mediations', 'fanny')['mediations']);
		[$proposal] = $this->data('GET', '/introductions', 'linh')['introductions'];
		self::assertSame(['Ida Roux', true], [$proposal['with']['name'], $proposal['can']['accept']]);
		self::assertSame([], $this->said('linh')['pairs'], 'it is there already');
		$this->data('POST', "/introductions/{$proposal['id']}/accept", 'linh');
		self::assertTrue($this->data('GET', '/mediations', 'fanny')['mediations'][0]['mediator']['mine']);
		self::assertContains('Two people wait for a place and a time from you', $this->notified('fanny'));
		self::assertSame([], $this->notified('zohra'), 'a facilitator takes care of it');
	}

	public function testTwoWithAccountsAreBothAsked(): void {
		$this->end('fanny', [$this->two('odile', 'linh')]);
		$pair = $this->said('odile')['pairs'][0];
		self::assertSame(['Linh Marcenac', null], [$pair['with']['name'], $pair['for']]);
		self::assertSame('Odile Marcenac', $this->said('linh')['pairs'][0]['with']['name']);
		$this->assertRefused(404, 'not_found', 'POST', "/said/pairs/{$pair['id']}", 'peire');
		$this->assertRefused(404, 'not_found', 'POST', "/said/pairs/{$pair['id']}", 'fanny');
		$this->data('POST', "/said/pairs/{$pair['id']}", 'odile');
		self::assertSame([], $this->said('odile')['pairs']);
		self::assertSame([], $this->data('GET', '/mediations', 'fanny')['mediations']);
		// Twice does nothing more.
		$this->data('POST', "/said/pairs/{$pair['id']}", 'odile');
		$this->data('POST', "/said/pairs/{$pair['id']}", 'linh');
		self::assertTrue($this->data('GET', '/mediations', 'fanny')['mediations'][0]['mediator']['mine']);
		self::assertSame('agreed', $this->data('GET', '/introductions', 'odile')['introductions'][0]['state']);
	}

	#[TestWith([Introduction::ENDED])]
	#[TestWith([Introduction::UNTAKEN])]
	public function testAnIntroductionThatEndedBeforeIsNoObstacle(string $state): void {
		$before = Introduction::proposed($this->cards['odile'], $this->cards['linh'], true, $this->kernel->clock->getTime());
		$before->setState($state);
		$this->kernel->get(IntroductionMapper::class)->insert($before);
		$this->end('fanny', [$this->two('odile', 'linh')]);
		$pair = $this->said('odile')['pairs'][0];
		$this->data('POST', "/said/pairs/{$pair['id']}", 'odile');
		$this->data('POST', "/said/pairs/{$pair['id']}", 'linh');
		self::assertTrue($this->data('GET', '/mediations', 'fanny')['mediations'][0]['mediator']['mine']);
	}

	public function testTheMediatorOfASessionStaysWhenTheOtherProposes(): void {
		$this->end('fanny', [$this->two('odile', 'linh')]);
		$pair = $this->said('odile')['pairs'][0];
		$this->data('POST', "/said/pairs/{$pair['id']}", 'odile');
		$this->data('POST', "/matches/{$this->cards['odile']}/introduction", 'linh', ['mediated' => false], 201);
		self::assertTrue($this->data('GET', '/mediations', 'fanny')['mediations'][0]['mediator']['mine']);
	}

	public function testANoIsSilent(): void {
		$this->end('fanny', [$this->two('odile', 'linh')]);
		$pair = $this->said('odile')['pairs'][0];
		$before = $this->said('linh');
		$this->data('POST', "/matches/{$pair['with']['id']}/decline", 'odile', []);
		self::assertSame([], $this->said('odile')['pairs']);
		self::assertSame($before, $this->said('linh'));
		$this->data('POST', "/said/pairs/{$pair['id']}", 'linh');
		self::assertSame([], $this->data('GET', '/introductions', 'odile')['introductions']);
		$this->data('DELETE', "/matches/{$pair['with']['id']}/decline", 'odile');
		self::assertSame('proposed', $this->data('GET', '/introductions', 'odile')['introductions'][0]['state']);
	}

	public function testNobodyMediatesForThemselves(): void {
		$this->end('fanny', [$this->two('fanny', 'ida')]);
		[$mediation] = $this->data('GET', '/mediations', 'zohra')['mediations'];
		self::assertNull($mediation['mediator']);
		self::assertTrue($mediation['can']['take']);
	}

	public function testAnErasedCardLeavesNothing(): void {
		$this->end('fanny', [$this->two('odile', 'linh')]);
		$this->data('DELETE', '/members/me', 'odile');
		self::assertSame([], $this->said('linh')['pairs']);
		self::assertSame([], \OCA\Reseau\Tests\Orphans::find($this->kernel->get(\OCP\IDBConnection::class)));
	}
}
