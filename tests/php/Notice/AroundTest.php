<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Notice;

use OCA\Reseau\Integration\IndexedTypes;
use OCA\Reseau\Search\Reindex;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\Group;

/** Notices among other things: links, cards that go or become one, groups, the vocabulary. */
#[Group('databases')]
class AroundTest extends NoticeTestCase {
	/** @return array<string, string> words by title, of a kind of neighbours */
	private function around(string $uid, string $type, int $id, string $kind): array {
		$kinds = array_column($this->data('GET', "/neighbourhood/$type/$id", $uid)['kinds'], null, 'kind');
		return array_map(static fn (array $bonds): string => implode(', ', array_column($bonds, 'words')), array_column($kinds[$kind]['items'] ?? [], 'bonds', 'title'));
	}

	public function testThePanel(): void {
		$id = $this->publish('odile', ['groupId' => $this->group])['id'];
		$this->data('PUT', "/notices/$id/closing", 'odile', ['thanks' => [$this->cards['yamina']]]);
		self::assertSame(['Odile Marcenac' => 'a publié cette annonce', 'Yamina Marcenac' => 'est une personne que cette annonce remercie'], $this->around('zohra', 'notice', $id, 'people'));
		self::assertSame(['Groupe eau' => 'est le groupe de cette annonce'], $this->around('zohra', 'notice', $id, 'groups'));
		self::assertSame(['Un pressoir à prêter' => 'est une annonce de cette personne'], $this->around('zohra', 'member', $this->cards['odile'], 'notices'));
		self::assertSame(['Un pressoir à prêter' => 'remercie cette personne'], $this->around('zohra', 'member', $this->cards['yamina'], 'notices'));
		self::assertSame(['Un pressoir à prêter' => 'est une annonce de ce groupe'], $this->around('zohra', 'group', $this->group, 'notices'));
		$secret = $this->publish('odile', ['title' => 'Le secret du puits', 'groupId' => $this->group, 'audience' => 'group'])['id'];
		self::assertSame(['Un pressoir à prêter' => 'est une annonce de ce groupe'], $this->around('zohra', 'group', $this->group, 'notices'));
		self::assertArrayHasKey('Le secret du puits', $this->around('yamina', 'group', $this->group, 'notices'));
		$this->assertRefused(404, 'not_found', 'GET', "/neighbourhood/notice/$secret", 'zohra');
	}

	public function testLinksByHandGoWithTheNotice(): void {
		$id = $this->publish('odile')['id'];
		$this->data('POST', '/links', 'zohra', ['a' => ['type' => 'notice', 'id' => (string)$id], 'b' => ['type' => 'group', 'id' => (string)$this->group], 'relation' => 'see-also'], 201);
		self::assertSame(['Un pressoir à prêter' => 'a un lien avec'], $this->around('zohra', 'group', $this->group, 'notices'));
		self::assertSame(['Un pressoir à prêter'], array_column($this->data('GET', '/things?q=pressoir&type=notice', 'zohra'), 'title'));
		$this->data('DELETE', "/notices/$id", 'odile');
		self::assertSame([], $this->around('zohra', 'group', $this->group, 'notices'));
		self::assertSame(0, (int)$this->kernel->get(IDBConnection::class)->executeQuery('SELECT COUNT(*) FROM `*PREFIX*reseau_links`')->fetchOne());
	}

	public function testAnErasedCardTakesItsNoticesAlong(): void {
		$id = $this->publish('odile')['id'];
		$other = $this->publish('yamina', ['title' => 'Un four'])['id'];
		$this->data('PUT', "/notices/$other/closing", 'yamina', ['thanks' => [$this->cards['odile'], $this->cards['zohra']]]);
		$this->answer('zohra', $id);
		$this->data('DELETE', '/members/me', 'odile');
		$this->assertRefused(404, 'not_found', 'GET', "/notices/$id", 'zohra');
		self::assertSame([], $this->found('zohra'));
		self::assertSame([$this->cards['zohra']], array_column($this->read('zohra', $other)['thanks'], 'id'));
		$left = $this->kernel->get(IDBConnection::class)->executeQuery("SELECT COUNT(*) FROM `*PREFIX*reseau_index` WHERE object_type = 'notice'")->fetchOne();
		self::assertSame(0, (int)$left);
	}

	public function testTwoCardsThatBecomeOne(): void {
		$kept = $this->publish('peire', ['memberId' => $this->cards['jeanne'], 'title' => 'Cherche du bois'])['id'];
		$thanking = $this->publish('odile')['id'];
		$this->data('PUT', "/notices/$thanking/closing", 'odile', ['thanks' => [$this->cards['jeanne'], $this->cards['zohra']]]);
		$this->data('PUT', "/notices/$kept/closing", 'peire', ['thanks' => [$this->cards['zohra']]]);
		$url = $this->data('POST', "/members/{$this->cards['jeanne']}/claim-link", 'peire', [], 201)['url'];
		$this->data('POST', '/claims/' . basename($url), 'zohra', ['merge' => true]);
		$mine = $this->read('zohra', $kept);
		self::assertSame([true, 'Zohra Marcenac', []], [$mine['mine'], $mine['by']['name'], $mine['thanks']]);
		self::assertFalse($this->read('peire', $kept)['mine']);
		self::assertSame(['Zohra Marcenac'], array_column($this->read('odile', $thanking)['thanks'], 'name'));
	}

	public function testAGroupThatIsGone(): void {
		$all = $this->publish('odile', ['groupId' => $this->group])['id'];
		$inside = $this->publish('odile', ['title' => 'Le secret du puits', 'groupId' => $this->group, 'audience' => 'group'])['id'];
		$this->load([['id' => 'eau', 'title' => 'Groupe eau', 'facilitators' => ["m{$this->cards['odile']}"], 'memberships' => [['member' => "m{$this->cards['odile']}"], ['member' => "m{$this->cards['yamina']}"]]]]);
		$version = $this->data('GET', "/groups/$this->group", 'odile')['version'];
		$this->data('PUT', "/groups/$this->group/status", 'odile', ['status' => 'closed', 'version' => $version]);
		$this->data('DELETE', "/groups/$this->group", 'odile');
		self::assertNull($this->read('zohra', $all)['group']);
		self::assertSame('open', $this->read('zohra', $all)['state']);
		$this->assertRefused(404, 'not_found', 'GET', "/notices/$inside", 'yamina');
		$left = $this->read('odile', $inside);
		self::assertSame(['ended', 'group', null], [$left['state'], $left['audience'], $left['group']]);
	}

	public function testHomeShowsWhatIsNearOrOnOnesThemes(): void {
		$limoux = ['code' => '11206', 'kind' => 'commune', 'name' => ''];
		$this->data('PUT', '/members/me', 'zohra', ['version' => 1, 'territories' => [$limoux], 'seeks' => [['text' => 'Semer', 'terms' => ['permaculture']]]]);
		self::assertArrayNotHasKey('notices', $this->data('GET', '/home', 'zohra'));
		$this->publish('odile', ['title' => 'Ailleurs et autre chose']);
		$this->publish('odile', ['title' => 'Près', 'territories' => [['code' => '11', 'kind' => 'departement', 'name' => '']]]);
		$this->publish('odile', ['title' => 'Les deux', 'territories' => [$limoux], 'terms' => ['permaculture'], 'mode' => 'gift']);
		$this->publish('odile', ['title' => 'Au thème', 'terms' => ['permaculture'], 'territories' => [['code' => '76', 'kind' => 'region', 'name' => '']]]);
		$this->publish('odile', ['title' => 'Le secret', 'terms' => ['permaculture'], 'groupId' => $this->group, 'audience' => 'group']);
		$this->publish('zohra', ['title' => 'La mienne', 'terms' => ['permaculture']]);
		$shown = $this->data('GET', '/home', 'zohra')['notices'];
		self::assertSame(['Les deux' => 'both', 'Au thème' => 'theme', 'Près' => 'near'], array_column($shown, 'reason', 'title'));
		self::assertSame('Odile Marcenac', $shown[0]['by']);
		self::assertArrayNotHasKey('notices', $this->data('GET', '/home', 'yamina'));
	}

	public function testWhatIsForAGroupAloneTakesNoPlacesOfOthers(): void {
		$this->data('PUT', '/members/me', 'zohra', ['version' => 1, 'seeks' => [['text' => 'Semer', 'terms' => ['permaculture']]]]);
		$this->publish('odile', ['title' => 'Pour tous', 'terms' => ['permaculture']]);
		$secret = $this->publish('odile', ['title' => 'Le secret', 'terms' => ['permaculture'], 'groupId' => $this->group, 'audience' => 'group'])['id'];
		$db = $this->kernel->get(IDBConnection::class);
		$row = array_diff_key($db->executeQuery('SELECT * FROM `*PREFIX*reseau_notices` WHERE `id` = ?', [$secret])->fetch() ?: [], ['id' => 0]);
		// More than one step reads, which no account may publish.
		for ($n = 0; $n < 90; $n++) {
			$db->insertIgnoreConflict('reseau_notices', ['key_hash' => "copy-$n"] + $row);
		}
		$this->kernel->get(Reindex::class)->run($this->kernel->get(IndexedTypes::class)->types(), true, static fn (): bool => true);
		self::assertSame(['Pour tous'], array_column($this->data('GET', '/home', 'zohra')['notices'], 'title'));
	}

	public function testTheExportOfAPerson(): void {
		$this->publish('odile', ['text' => 'Pour les pommes.']);
		$exported = $this->data('GET', "/members/{$this->cards['odile']}/export", 'odile');
		$notices = $exported['notices'] ?? $exported['json']['notices'] ?? null;
		self::assertSame(['Un pressoir à prêter', 'Pour les pommes.'], [$notices[0]['title'], $notices[0]['text']]);
	}

	public function testIndexedAgain(): void {
		$this->publish('odile');
		$this->kernel->get(Reindex::class)->run($this->kernel->get(IndexedTypes::class)->types(), true, static fn (): bool => true);
		self::assertSame(['Un pressoir à prêter'], $this->found('zohra', '?q=pressoir'));
	}
}
