<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Link;

use OCA\Reseau\Link\Links;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\ThingType;
use Sandbox\Service\Tree;

/** Links that people make. */
class LinkTest extends LinkTestCase {
	public function testALinkReadsFromBothItsEndsAndIsMadeOnce(): void {
		$link = $this->link('linh', $this->member('odile'), 'carries', "group:$this->group");
		self::assertSame($link, $this->link('yamina', $this->member('odile'), 'carries', "group:$this->group"));
		self::assertSame(['est facilité par Odile', 'porte'], $this->around('yamina', $this->member('odile'))['Eau de pluie']);
		$people = $this->neighbourhood('yamina', "group:$this->group", 'people')['kinds'][0];
		self::assertSame(1, $people['total'], 'one neighbour, however many bonds');
		self::assertSame([
			['words' => 'facilite ce groupe', 'link' => null],
			['words' => 'est porté par', 'link' => [
				'id' => $link['id'], 'relation' => 'carries', 'inverse' => true,
				'by' => ['id' => $this->cards['linh']['id'], 'name' => 'Linh'], 'can' => ['remove' => false],
			]],
		], $people['items'][0]['bonds']);
	}

	public function testTheOppositeDirectionIsAnotherLinkUnlessTheRelationIsSymmetric(): void {
		$a = $this->link('linh', $this->member('linh'), 'thanks-to', $this->member('odile'));
		$b = $this->link('linh', $this->member('odile'), 'thanks-to', $this->member('linh'));
		self::assertNotSame($a['id'], $b['id']);
		self::assertSame(['a reçu l’aide de', 'a aidé'], $this->around('linh', $this->member('linh'))['Odile']);
		$c = $this->link('linh', $this->member('linh'), 'see-also', $this->member('odile'));
		self::assertSame($c, $this->link('odile', $this->member('odile'), 'see-also', $this->member('linh')));
	}

	public function testARelationIsShownInTheLanguageOfItsReader(): void {
		$this->kernel->createUser('john', 'John', [], 'en');
		$this->link('linh', $this->member('odile'), 'carries', "group:$this->group");
		self::assertSame(['is facilitated by Odile', 'carries'], $this->around('john', $this->member('odile'))['Eau de pluie']);
	}

	public function testWhatOneIsPartOfIsSaidToThem(): void {
		$this->comeIn('linh');
		$card = $this->deckCard($this->board('linh'), 'Compter les tuyaux', 'odile');
		$this->useLibrary();
		$file = $this->file('odile', Tree::COMMON . '/citerne.md');
		$this->sheet($file, ['title' => 'La citerne', 'authors' => [$this->cards['odile']['id']]]);
		$notice = $this->data('POST', '/notices', 'odile', ['kind' => 'offer', 'title' => 'Un pressoir', 'key' => 'a-first-notice'], 201)['id'];
		$this->data('PUT', "/notices/$notice/closing", 'odile', ['thanks' => [$this->cards['linh']['id']]]);
		$this->link('odile', $this->member('odile'), 'carries', "group:$this->group");
		// What facilitators may word as they like stays as they worded it.
		self::assertSame(['vous facilitez ce groupe', 'porte'], $this->around('odile', $this->member('odile'))['Eau de pluie']);
		self::assertSame(['vous facilitez ce groupe', 'est porté par'], $this->around('odile', "group:$this->group")['Odile']);
		self::assertSame(['vous participez à ce groupe'], $this->around('linh', "group:$this->group")['Linh']);
		self::assertSame(['participe à ce groupe'], $this->around('odile', "group:$this->group")['Linh']);
		self::assertSame(['vous facilitez Eau de pluie'], $this->around('odile', $this->member('linh'))['Odile']);
		self::assertSame(['vous est confiée'], $this->around('odile', $this->member('odile'))['Compter les tuyaux']);
		self::assertSame(['vous êtes en charge de cette tâche Deck'], $this->around('odile', "card:$card")['Odile']);
		self::assertSame(['vous l’avez écrit'], $this->around('odile', $this->member('odile'))['La citerne']);
		self::assertSame(['vous avez écrit ceci'], $this->around('odile', "file:$file")['Odile']);
		self::assertSame(['est votre annonce'], $this->around('odile', $this->member('odile'))['Un pressoir']);
		self::assertSame(['vous avez publié cette annonce'], $this->around('odile', "notice:$notice")['Odile']);
		self::assertSame(['vous remercie'], $this->around('linh', $this->member('linh'))['Un pressoir']);
		self::assertSame(['cette annonce vous remercie'], $this->around('linh', "notice:$notice")['Linh']);
	}

	public function testOnlySomePeopleMayRemoveALink(): void {
		$kept = $this->keptCard('yamina', ['name' => 'Sans Compte']);
		$remove = function (string $uid, string $a, string $b): int {
			$link = $this->link('linh', $a, 'see-also', $b)['id'];
			$can = $this->bond($this->neighbourhood($uid, $a), $link)['can']['remove'];
			$status = $this->ask('DELETE', "/links/$link", $uid)->status;
			self::assertSame($can, $status === 200);
			return $status;
		};
		$person = "member:{$kept['id']}";
		self::assertSame(200, $remove('linh', $person, "group:$this->group"), 'who made it');
		self::assertSame(200, $remove('yamina', $person, "group:$this->group"), 'who keeps the card');
		self::assertSame(200, $remove('odile', $person, "group:$this->group"), 'who facilitates the group');
		self::assertSame(200, $remove('nadege', $person, "group:$this->group"), 'who facilitates the network');
		self::assertSame(403, $remove('odile', $person, $this->member('linh')));
	}

	public function testAMemberWithoutAVisibleCardLearnsBeforehandThatTheyCannotLink(): void {
		$can = fn (string $uid): array => $this->neighbourhood($uid, "group:$this->group")['subject']['can'];
		$input = ['a' => self::ref($this->member('odile')), 'relation' => 'carries', 'b' => self::ref("group:$this->group")];
		self::assertSame(['link' => true, 'linkWithCard' => false], $can('linh'));
		$this->data('PUT', "/members/{$this->cards['linh']['id']}/status", 'linh', ['status' => 'paused', 'version' => $this->cards['linh']['version']]);
		$this->account('zoe');
		foreach (['linh' => [422, 'card_hidden'], 'zoe' => [404, 'no_card']] as $uid => [$status, $reason]) {
			self::assertSame(['link' => false, 'linkWithCard' => true], $can($uid));
			$this->assertRefused($status, $reason, 'POST', '/links', $uid, $input);
		}
		self::assertSame(0, $this->stored());
	}

	public function testALinkIsHiddenFromPeopleWhoMayNotSeeBothEnds(): void {
		$link = $this->link('odile', $this->member('linh'), 'see-also', "group:$this->group")['id'];
		$this->link('odile', $this->member('linh'), 'thanks-to', $this->member('yamina'));
		$this->data('PUT', "/members/{$this->cards['linh']['id']}/status", 'linh', ['status' => 'paused', 'version' => $this->cards['linh']['version']]);
		self::assertArrayNotHasKey('Linh', $this->around('odile', "group:$this->group"));
		self::assertSame([], $this->neighbourhood('yamina', $this->member('yamina'))['kinds']);
		$this->assertRefused(404, 'not_found', 'GET', '/neighbourhood/member/' . $this->cards['linh']['id'], 'odile');
		$this->assertRefused(404, 'not_found', 'DELETE', "/links/$link", 'odile');
		$this->assertRefused(404, 'not_found', 'DELETE', "/links/$link", 'nadege');
		$this->assertRefused(422, 'unknown_thing', 'POST', '/links', 'odile', ['a' => self::ref($this->member('linh')), 'relation' => 'carries', 'b' => self::ref("group:$this->group")]);
		self::assertArrayHasKey('Linh', $this->around('linh', "group:$this->group"), 'one is shown to oneself');
	}

	public function testTheNameOfTheAuthorIsShownOnlyToPeopleWhoMaySeeThem(): void {
		$link = $this->link('linh', $this->member('odile'), 'see-also', $this->member('yamina'))['id'];
		$by = fn (): ?array => $this->bond($this->neighbourhood('odile', $this->member('odile')), $link)['by'];
		self::assertSame('Linh', $by()['name'] ?? null);
		$this->data('PUT', "/members/{$this->cards['linh']['id']}/status", 'linh', ['status' => 'paused', 'version' => $this->cards['linh']['version']]);
		self::assertNull($by());
	}

	public function testLinksAreDeletedWithTheirThingAndNamesWithTheirAccount(): void {
		$this->link('linh', $this->member('odile'), 'see-also', $this->member('yamina'));
		$this->link('odile', $this->member('odile'), 'carries', "group:$this->group");
		$this->link('odile', $this->member('yamina'), 'relay', $this->member('odile'));
		$this->kernel->get(\OCP\IUserManager::class)->get('linh')->delete();
		$bonds = $this->neighbourhood('odile', $this->member('odile'), 'people')['kinds'][0]['items'][0]['bonds'];
		self::assertSame([null, 'Odile'], array_map(static fn (array $bond): ?string => $bond['link']['by']['name'] ?? null, $bonds));
		$this->data('DELETE', '/members/me', 'yamina');
		self::assertSame(['groups'], array_column($this->neighbourhood('odile', $this->member('odile'))['kinds'], 'kind'));
		$this->data('PUT', "/groups/$this->group/status", 'odile', ['status' => 'closed', 'version' => $this->seen('odile')['version']]);
		$this->data('DELETE', "/groups/$this->group", 'odile');
		self::assertSame([], $this->neighbourhood('odile', $this->member('odile'))['kinds']);
		self::assertSame(0, $this->stored());
	}

	public function testTheExportOfACardContainsTheLinksOfItsOwner(): void {
		$this->link('linh', $this->member('odile'), 'carries', "group:$this->group");
		$this->link('odile', $this->member('linh'), 'carries', "group:$this->group");
		$export = $this->data('GET', "/members/{$this->cards['linh']['id']}/export", 'linh');
		self::assertSame([[
			'a' => self::ref($this->member('odile')) + ['title' => 'Odile'],
			'relation' => 'porte',
			'b' => self::ref("group:$this->group") + ['title' => 'Eau de pluie'],
			'made' => '2026-11-24T12:00:00+00:00',
		]], $export['links']);
	}

	public function testTheNumberOfLinksOfAThingIsLimited(): void {
		$db = $this->kernel->get(\OCP\IDBConnection::class);
		for ($i = 0; $i < 500; $i++) {
			$qb = $db->getQueryBuilder();
			$qb->insert('reseau_links')->values(array_map($qb->createNamedParameter(...), [
				'a_type' => 'group', 'a_id' => $this->group, 'b_type' => 'file', 'b_id' => 10_000 + $i, 'relation' => 'carries', 'author_uid' => 'odile', 'created_at' => 1,
			]))->executeStatement();
		}
		self::assertSame(500, $this->assertRefused(422, 'too_many', 'POST', '/links', 'odile', [
			'a' => self::ref($this->member('odile')), 'relation' => 'carries', 'b' => self::ref("group:$this->group"),
		])['max']);
		self::assertSame(['people'], array_column($this->neighbourhood('linh', "group:$this->group")['kinds'], 'kind'));
		$this->link('linh', $this->member('linh'), 'carries', "group:$this->group");
		self::assertSame(501, $this->stored(), 'people with none of these links are not affected');
	}

	public function testASymmetricLinkIsKeptOnceWhenAThingIsMerged(): void {
		[$first, $second, $third] = array_map(static fn (string $key): Ref => new Ref(ThingType::Member, (int)substr($key, 7)), $this->sorted('odile', 'linh', 'yamina'));
		$link = $this->link('linh', $first->key(), 'see-also', $second->key());
		$this->kernel->get(Links::class)->move($first, $third);
		self::assertSame($link['id'], $this->link('linh', $third->key(), 'see-also', $second->key())['id']);
		self::assertSame(1, $this->stored());
	}

	/** @return list<string> cards of accounts in the order such links are stored */
	private function sorted(string ...$uids): array {
		$keys = array_map($this->member(...), array_values($uids));
		sort($keys, SORT_STRING);
		return $keys;
	}

	/** @return array<string, mixed> */
	private function bond(array $neighbourhood, int $link): array {
		foreach ($neighbourhood['kinds'] as $part) {
			foreach ($part['items'] as $item) {
				foreach ($item['bonds'] as $bond) {
					if (($bond['link']['id'] ?? null) === $link) {
						return $bond['link'];
					}
				}
			}
		}
		self::fail("Link $link is not shown");
	}

	private function stored(): int {
		$qb = $this->kernel->get(\OCP\IDBConnection::class)->getQueryBuilder();
		return (int)$qb->select($qb->func()->count('id'))->from('reseau_links')->executeQuery()->fetchOne();
	}

	public function testAnUnknownTypeOrKindIsRefused(): void {
		foreach (['thing', 'Member'] as $type) {
			self::assertSame('type', $this->assertRefused(400, 'unknown_type', 'GET', "/things?q=eau&type=$type", 'odile')['field']);
		}
	}
}
