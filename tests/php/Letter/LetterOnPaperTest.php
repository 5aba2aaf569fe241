<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Letter;

use OCA\Reseau\Letter\LetterMapper;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\Group;

/** Letters on paper, for people no mail reaches. */
#[Group('databases')]
class LetterOnPaperTest extends LetterTestCase {
	public function testTheKeeperPrintsTheLastLetterForThePerson(): void {
		$this->subscribe('odile');
		$this->notice('odile', 'Un four');
		self::assertSame(['name' => 'Jeanne Bru', 'papers' => []], $this->papersOf());
		$this->send($this->full(['title' => 'Première']));
		self::assertSame([], $this->papersOf()['papers'], 'who was not asked gets none');
		$this->subscribeKept($this->cards['jeanne']);
		self::assertSame(['Première'], $this->titles());
		$letter = $this->store($this->full(['title' => 'Deuxième']), ['editorial' => 'Voir [le site](https://example.org/a?b=1&c=2), écrire à [nous](mailto:nous@example.org) : https://example.org/b']);
		$this->send(['id' => $letter['id'], 'version' => $letter['version']]);
		[$paper] = $this->papersOf()['papers'];
		self::assertSame(['Deuxième', 'fr'], [$paper['title'], $paper['language']]);
		self::assertStringContainsString('Voir le site (https://example.org/a?b=1&amp;c=2), écrire à nous (nous@example.org)', $paper['html']);
		self::assertStringContainsString('https://example.org/b</p>', $paper['html']);
		self::assertStringNotContainsString('<a ', $paper['html']);
		self::assertStringContainsString('Un four', $paper['html']);
		$this->draft(['title' => 'Brouillon']);
		self::assertSame(['Deuxième'], $this->titles());
		$this->kernel->get(LetterMapper::class)->change($letter['id'], 'sent', 'stopped');
		self::assertSame(['Première'], $this->titles(), 'one that was stopped was perhaps a mistake');
	}

	public function testOnlyTheKeeperPrintsIt(): void {
		$path = "/members/{$this->cards['jeanne']}/papers";
		$this->assertRefused(403, 'not_yours', 'GET', $path, 'odile');
		$this->assertRefused(403, 'not_yours', 'GET', $path, 'fanny');
		$this->assertRefused(404, 'not_found', 'GET', '/members/999/papers', 'peire');
		$this->assertRefused(422, 'only_they', 'GET', "/members/{$this->cards['odile']}/papers", 'odile');
	}

	public function testALetterToSomeIsPrintedForThem(): void {
		$this->group('pluie', ['id' => $this->cards['odile']]);
		$this->subscribe('odile');
		$this->subscribeKept($this->cards['jeanne']);
		$this->send($this->full(['readers' => ['kind' => 'group', 'of' => $this->groupId('pluie')], 'title' => 'Du groupe']));
		self::assertSame([], $this->titles());
		$this->kernel->get(IDBConnection::class)->executeStatement('UPDATE `*PREFIX*reseau_memberships` SET member_id = ? WHERE member_id = ?', [$this->cards['jeanne'], $this->cards['odile']]);
		self::assertSame([], $this->titles(), 'Peire, who keeps the card, is not in the group, and reads no letter to it');
		$this->group('soleil', ['id' => $this->cards['jeanne']], ['id' => $this->cards['peire']]);
		$this->send($this->full(['readers' => ['kind' => 'group', 'of' => $this->groupId('soleil')], 'title' => 'Du leur']));
		self::assertSame(['Du leur'], $this->titles());
	}

	public function testThePrintedLetterShowsTheKeeperNoMoreThanElsewhere(): void {
		$this->group('pluie', ['id' => $this->cards['fanny']], ['id' => $this->cards['odile']], ['id' => $this->cards['jeanne']]);
		$this->notice('odile', 'Pour tous');
		$this->notice('odile', 'Entre nous', ['groupId' => (int)$this->groupId('pluie'), 'audience' => 'group']);
		$this->subscribe('odile');
		$this->subscribeKept($this->cards['jeanne']);
		$this->send($this->full());
		self::assertStringContainsString('Entre nous', $this->mailsTo()['jeanne@example.org'][0]['plain'], 'its reader sees it');
		$html = $this->papersOf()['papers'][0]['html'];
		self::assertStringContainsString('Pour tous', $html);
		self::assertStringNotContainsString('Entre nous', $html, 'Peire is not in the group');
	}

	public function testAMessageToAllMembersIsPrintedForSomeWeeks(): void {
		$this->send($this->store($this->draft(['kind' => 'statutory', 'title' => 'Convocation']), ['editorial' => 'Venez.']));
		[$paper] = $this->papersOf()['papers'];
		self::assertSame('Convocation', $paper['title'], 'whether they want the letter or not');
		self::assertStringContainsString('<p>Venez.</p>', $paper['html']);
		$this->setStatus('peire', 'jeanne', 'paused');
		self::assertSame(['Convocation'], $this->titles());
		$this->send($this->store($this->draft(['kind' => 'statutory', 'title' => 'Les papiers de l’assemblée']), ['editorial' => 'Lisez.']));
		self::assertEqualsCanonicalizing(['Convocation', 'Les papiers de l’assemblée'], $this->titles(), 'one does not hide the other');
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 61 * 86400);
		self::assertSame([], $this->titles());
	}

	public function testAPersonWhoseMailWasRefusedGetsItOnPaper(): void {
		$this->group('pluie', ['id' => $this->cards['odile']], ['id' => $this->cards['linh']]);
		$this->notice('linh', 'Entre nous', ['groupId' => (int)$this->groupId('pluie'), 'audience' => 'group']);
		$this->notice('linh', 'Pour tous');
		$this->subscribe('odile', 'linh');
		$this->subscribeKept($this->cards['jeanne']);
		$this->subscribeOutside('paul@example.org', 'Paul Roux');
		$letter = $this->full(['title' => 'À tous']);
		$this->send($letter);
		self::assertSame(['papers' => [], 'people' => [], 'next' => null], $this->data('GET', "/letters/{$letter['id']}/papers", 'zohra'));
		$this->kernel->get(IDBConnection::class)->executeStatement("UPDATE `*PREFIX*reseau_letter_mails` SET state = 'refused' WHERE letter_id = ?", [$letter['id']]);
		['papers' => $papers, 'people' => $people] = $this->data('GET', "/letters/{$letter['id']}/papers", 'zohra');
		self::assertCount(2, $papers, 'members read the same');
		self::assertEqualsCanonicalizing(['Odile', 'Linh', 'Jeanne Bru', 'Paul Roux'], array_column($people, 'name'));
		$html = array_column(array_map(static fn (array $one): array => [$one['name'], $papers[$one['paper']]['html']], $people), 1, 0);
		self::assertStringContainsString('Pour tous', $html['Jeanne Bru']);
		self::assertStringNotContainsString('Pour tous', $html['Paul Roux']);
		self::assertStringContainsString('Bonjour à <strong>vous</strong>', $html['Paul Roux']);
		self::assertStringNotContainsString('Entre nous', implode('', $html), 'Zohra does not see it');
		$this->data('DELETE', "/members/{$this->cards['jeanne']}", 'peire');
		self::assertNotContains('Jeanne Bru', array_column($this->data('GET', "/letters/{$letter['id']}/papers", 'zohra')['people'], 'name'));
		$this->assertRefused(403, 'not_yours', 'GET', "/letters/{$letter['id']}/papers", 'odile');
		$this->assertRefused(404, 'not_found', 'GET', '/letters/999/papers', 'fanny');
	}

	/** @return array<string, mixed> */
	private function papersOf(): array {
		return $this->data('GET', "/members/{$this->cards['jeanne']}/papers", 'peire');
	}

	/** @return list<string> */
	private function titles(): array {
		return array_column($this->papersOf()['papers'], 'title');
	}
}
