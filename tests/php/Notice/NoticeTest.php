<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Notice;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** What people publish, and what others find and read of it. */
class NoticeTest extends NoticeTestCase {
	private const LIMOUX = ['code' => '11206', 'kind' => 'commune', 'name' => ''];

	#[Group('databases')]
	public function testPublishingAndReading(): void {
		$made = $this->publish('odile', [
			'kind' => 'offer', 'title' => "  Un pressoir\n à prêter ", 'text' => 'Pour deux cents kilos de pommes.', 'mode' => 'loan', 'neededBy' => '2026-12-01',
			'free' => 'Tous les samedis', 'territories' => [self::LIMOUX], 'terms' => ['permaculture'], 'groupId' => $this->group,
		]);
		self::assertSame('Un pressoir à prêter', $made['title']);
		self::assertSame('2026-12-01', $made['until']);
		self::assertSame('open', $made['state']);
		self::assertSame(['edit' => true, 'renew' => true, 'close' => true, 'end' => true, 'reopen' => false, 'delete' => true, 'answer' => false], $made['can']);
		$seen = $this->read('zohra', $made['id']);
		self::assertSame(['id' => $this->cards['odile'], 'uid' => 'odile', 'name' => 'Odile Marcenac'], $seen['by']);
		self::assertSame([['code' => '11206', 'kind' => 'commune', 'name' => 'Limoux']], $seen['territories']);
		self::assertSame(['Permaculture'], $seen['termLabels']);
		self::assertSame(['id' => $this->group, 'title' => 'Groupe eau'], $seen['group']);
		self::assertSame(['members', false, 'loan', '2026-12-01', 'Tous les samedis'], [$seen['audience'], $seen['mine'], $seen['mode'], $seen['neededBy'], $seen['free']]);
		self::assertArrayNotHasKey('until', $seen);
		self::assertArrayNotHasKey('version', $seen);
		self::assertArrayNotHasKey('from', $seen);
		self::assertSame(['answer'], array_keys(array_filter($seen['can'])));
	}

	#[Group('databases')]
	public function testFindingByWordsAndCriteria(): void {
		$this->publish('odile', ['title' => 'Un pressoir à prêter', 'mode' => 'loan', 'territories' => [self::LIMOUX], 'groupId' => $this->group]);
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 60);
		$this->publish('yamina', ['kind' => 'need', 'title' => 'Des pommes', 'text' => 'Pour le pressoir du village.', 'terms' => ['permaculture']]);
		self::assertSame(['Des pommes', 'Un pressoir à prêter'], $this->found('zohra'));
		self::assertSame(['Un pressoir à prêter', 'Des pommes'], $this->found('zohra', '?q=pressoirs'));
		self::assertSame(['Un pressoir à prêter'], $this->found('zohra', '?facet[territory][]=departement:11'));
		self::assertSame(['Un pressoir à prêter'], $this->found('zohra', '?facet[mode][]=loan'));
		self::assertSame(['Des pommes'], $this->found('zohra', '?facet[kind][]=need&facet[term][]=permaculture'));
		self::assertSame(['Un pressoir à prêter'], $this->found('zohra', "?facet[group][]=$this->group"));
		$list = $this->data('GET', '/notices?q=pressoir&limit=1', 'zohra');
		self::assertSame([2, 'Un pressoir à prêter'], [$list['total'], $list['notices'][0]['title']]);
		self::assertContains(['id' => 'need', 'label' => 'Besoin', 'count' => 1], $list['facets']['kind']);
		$next = $this->data('GET', '/notices?q=pressoir&limit=1&cursor=' . $list['next'], 'zohra');
		self::assertSame(['text' => 'Pour le pressoir du village.', 'marks' => [[8, 8]]], $next['notices'][0]['found']);
		self::assertNull($next['next']);
		self::assertSame([['from' => 'presoir', 'to' => 'pressoir']], $this->data('GET', '/notices?q=presoir', 'zohra')['corrected']);
	}

	#[Group('databases')]
	public function testForThePeopleOfOneGroup(): void {
		$id = $this->publish('odile', ['title' => 'Un secret du puits', 'groupId' => $this->group, 'audience' => 'group'])['id'];
		self::assertSame(['Un secret du puits'], $this->found('yamina'));
		self::assertSame([], $this->found('zohra'));
		self::assertSame([], $this->found('fanny'));
		self::assertSame([], $this->data('GET', '/notices?q=secert', 'zohra')['corrected'] ?? []);
		self::assertSame([], $this->data('GET', '/notices', 'zohra')['facets']['group']);
		$this->assertRefused(404, 'not_found', 'GET', "/notices/$id", 'zohra');
		$this->assertRefused(404, 'not_found', 'POST', "/notices/$id/end", 'fanny');
		$this->assertRefused(404, 'not_found', 'POST', "/notices/$id/conversations", 'zohra', ['text' => 'Bonjour', 'key' => 'key-00000000']);
		// A person who leaves the group no longer sees it, and when its author leaves, nobody does.
		$this->data('POST', "/groups/$this->group/leave", 'odile', ['note' => '']);
		self::assertSame([], $this->found('yamina'));
		$this->assertRefused(404, 'not_found', 'GET', "/notices/$id", 'yamina');
		self::assertSame('group', $this->read('odile', $id)['audience']);
	}

	#[Group('databases')]
	public function testAHiddenCardHidesItsNotices(): void {
		$id = $this->publish('odile')['id'];
		$this->setStatus('odile', 'odile', 'paused');
		self::assertSame([], $this->found('zohra'));
		self::assertSame([], $this->found('odile'));
		$this->assertRefused(404, 'not_found', 'GET', "/notices/$id", 'zohra');
		$paused = $this->read('odile', $id);
		self::assertSame(['paused', false, true], [$paused['state'], $paused['can']['renew'], $paused['can']['edit']]);
		$this->assertRefused(422, 'card_hidden', 'POST', "/notices/$id/renewal", 'odile');
		self::assertSame(['paused'], array_column($this->data('GET', '/notices/mine', 'odile')['notices'], 'state'));
		$this->assertRefused(422, 'card_hidden', 'POST', '/notices', 'odile', ['kind' => 'need', 'title' => 'Autre', 'key' => $this->key()]);
		$this->setStatus('odile', 'odile', 'published');
		self::assertSame(['Un pressoir à prêter'], $this->found('zohra'));
		self::assertSame('open', $this->read('zohra', $id)['state']);
	}

	public function testForAPersonWithoutAnAccount(): void {
		$id = $this->publish('peire', ['memberId' => $this->cards['jeanne'], 'title' => 'Cherche du bois', 'kind' => 'need'])['id'];
		$seen = $this->read('zohra', $id);
		self::assertSame('Jeanne Bru', $seen['by']['name']);
		self::assertSame(['uid' => 'peire', 'name' => 'Peire'], $seen['steward']);
		self::assertTrue($this->read('peire', $id)['mine']);
		self::assertSame(['Cherche du bois'], array_column($this->data('GET', '/notices/mine', 'peire')['notices'], 'title'));
		$this->assertRefused(400, 'unknown_member', 'POST', '/notices', 'odile', ['kind' => 'need', 'title' => 'x', 'key' => $this->key(), 'memberId' => $this->cards['jeanne']]);
		$this->assertRefused(400, 'unknown_member', 'POST', '/notices', 'odile', ['kind' => 'need', 'title' => 'x', 'key' => $this->key(), 'memberId' => $this->cards['yamina']]);
	}

	/** Readers of the notice see how its person gave it; a change keeps this. Notices people write themselves have none. */
	#[Group('databases')]
	public function testHowItWasSaidIsKept(): void {
		$jeanne = ['memberId' => $this->cards['jeanne']];
		$made = $this->publish('peire', $jeanne + ['how' => 'phone']);
		$this->data('PUT', "/notices/{$made['id']}", 'peire', ['version' => $made['version'], 'text' => 'Elle le porte.', 'how' => 'mail']);
		self::assertSame(['phone', 'phone', 'phone'], [$made['how'], $this->read('peire', $made['id'])['how'], $this->read('zohra', $made['id'])['how']]);
		self::assertNull($this->publish('peire', $jeanne)['how']);
		self::assertArrayNotHasKey('how', $this->publish('peire', ['how' => 'phone']));
		$exported = fn (string $card): array => array_column($this->data('GET', "/members/{$this->cards[$card]}/export", 'peire')['notices'], 'how');
		self::assertEqualsCanonicalizing(['phone', null], $exported('jeanne'));
		self::assertSame([null], $exported('peire'));
		foreach (['pigeon', ['phone'], 1] as $how) {
			$this->assertRefused(400, 'unknown_way', 'POST', '/notices', 'peire', $jeanne + ['kind' => 'need', 'title' => 'Un banc', 'how' => $how, 'key' => $this->key()]);
		}
	}

	public function testWrittenFromACard(): void {
		$this->data('PUT', '/members/me', 'zohra', ['version' => 1, 'seeks' => [['text' => 'Un verger', 'terms' => []]]]);
		$made = $this->publish('zohra', ['kind' => 'need', 'title' => 'Un verger', 'from' => ['part' => 'seeks', 'text' => 'Un verger']]);
		self::assertSame(['part' => 'seeks', 'text' => 'Un verger'], $made['from']);
		$this->assertRefused(400, 'unknown_item', 'POST', '/notices', 'zohra', ['kind' => 'need', 'title' => 'x', 'key' => $this->key(), 'from' => ['part' => 'offers', 'text' => 'Un verger']]);
	}

	public function testTheSameKeyIsOneNotice(): void {
		$first = $this->publish('odile', ['key' => 'the-same-key']);
		$again = $this->publish('odile', ['key' => 'the-same-key', 'title' => 'Autre']);
		self::assertSame([$first['id'], 'Un pressoir à prêter'], [$again['id'], $again['title']]);
		self::assertNotSame($first['id'], $this->publish('yamina', ['key' => 'the-same-key'])['id']);
	}

	public function testManyNoticesOfOnePerson(): void {
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		foreach (range(1, 10) as $n) {
			$this->publish('odile', ['title' => "Annonce $n"]);
			$this->publish('fanny', ['title' => "Annonce $n"]);
		}
		self::assertSame('enough_notices', $this->publish('odile', ['title' => 'Annonce 11'], 429)['error']);
		$this->publish('fanny', ['title' => 'Annonce 11']);
	}

	#[DataProvider('wrong')]
	public function testWrongInput(string $reason, string $field, array $words): void {
		$refusal = $this->assertRefused(400, $reason, 'POST', '/notices', 'odile', $words + ['kind' => 'offer', 'title' => 'Un banc', 'key' => 'some-key']);
		self::assertSame($field, $refusal['field']);
		self::assertSame([], $this->found('odile'));
	}

	/** @return iterable<string, array{string, string, array<string, mixed>}> */
	public static function wrong(): iterable {
		yield 'no title' => ['title_missing', 'title', ['title' => " \n "]];
		yield 'long title' => ['too_long', 'title', ['title' => str_repeat('é', 121)]];
		yield 'long text' => ['too_long', 'text', ['text' => str_repeat('é', 4001)]];
		yield 'control characters' => ['bad_text', 'text', ['text' => "a\0b"]];
		yield 'a list as text' => ['wrong_type', 'text', ['text' => ['a']]];
		yield 'unknown kind' => ['unknown_kind', 'kind', ['kind' => 'gift']];
		yield 'no kind' => ['wrong_type', 'kind', ['kind' => null]];
		yield 'unknown mode' => ['unknown_mode', 'mode', ['mode' => 'free']];
		yield 'unknown audience' => ['unknown_audience', 'audience', ['audience' => 'public']];
		yield 'a day that does not exist' => ['bad_day', 'neededBy', ['neededBy' => '2026-02-30']];
		yield 'a day that has passed' => ['bad_day', 'neededBy', ['neededBy' => '2026-11-23']];
		yield 'until no day' => ['bad_day', 'until', ['until' => 'demain']];
		yield 'until yesterday' => ['bad_until', 'until', ['until' => '2026-11-23']];
		yield 'until too late' => ['bad_until', 'until', ['until' => '2027-05-24']];
		yield 'unknown territory' => ['unknown_territory', 'territories.0', ['territories' => [['code' => '00000', 'kind' => 'commune', 'name' => '']]]];
		yield 'unknown term' => ['unknown_term', 'terms.0', ['terms' => ['nothing']]];
		yield 'too many terms' => ['too_many', 'terms', ['terms' => array_fill(0, 13, 'permaculture')]];
		yield 'another’s group' => ['unknown_group', 'groupId', ['groupId' => 999]];
		yield 'a group as text' => ['wrong_type', 'groupId', ['groupId' => '1']];
		yield 'no group' => ['group_missing', 'groupId', ['audience' => 'group']];
		yield 'bad key' => ['bad_key', 'key', ['key' => 'a b']];
	}

	public function testGroupsOfOthers(): void {
		$this->group('terre', ['id' => $this->cards['zohra']]);
		$this->assertRefused(400, 'unknown_group', 'POST', '/notices', 'odile', ['kind' => 'need', 'title' => 'x', 'key' => $this->key(), 'groupId' => (int)$this->groupId('terre')]);
		// The keeper of a card cannot write for a group the person is not in.
		$this->assertRefused(400, 'unknown_group', 'POST', '/notices', 'peire', ['kind' => 'need', 'title' => 'x', 'key' => $this->key(), 'groupId' => $this->group, 'memberId' => $this->cards['jeanne']]);
	}

	public function testTheLastDay(): void {
		self::assertSame('2027-05-23', $this->publish('odile', ['until' => '2027-05-23'])['until']);
		self::assertSame('2026-11-24', $this->publish('odile', ['until' => '2026-11-24'])['until']);
	}

	/** What a notice is about decides: neither Saturday and two, nor the place and the hour, make bicycles a van. */
	public function testWhatMayAlreadyExistIsAboutTheSame(): void {
		$this->publish('odile', ['kind' => 'offer', 'title' => 'Deux vélos à prêter samedi']);
		$this->publish('yamina', ['kind' => 'need', 'title' => 'Deux vélos samedi, pour une balade']);
		$this->publish('yamina', ['kind' => 'offer', 'title' => 'Cours de couture']);
		$this->publish('yamina', ['kind' => 'call', 'title' => 'Déménager la bibliothèque en camionnette']);
		self::assertSame([], $this->similar('zohra', 'need', 'Une camionnette pour samedi, pour deux jours'));
		self::assertSame([], $this->similar('zohra', 'offer', 'Cours de français'));
		$this->publish('odile', ['kind' => 'offer', 'title' => 'Prêt d’un fourgon pour les déménagements']);
		$this->publish('yamina', ['kind' => 'need', 'title' => 'Un fourgon pour transporter des meubles']);
		$wanted = ['Un fourgon pour transporter des meubles', 'Prêt d’un fourgon pour les déménagements'];
		self::assertEqualsCanonicalizing($wanted, $this->similar('zohra', 'need', 'Une camionnette pour déménager'), 'a similar need, and what answers it');
		self::assertEqualsCanonicalizing($wanted, $this->similar('zohra', 'offer', 'Je prête une camionnette pour un déménagement'), 'a similar offer, and the need it answers');
	}

	public function testAnEqualTitleMayAlreadyExistWhateverItIsAbout(): void {
		$this->publish('yamina', ['kind' => 'need', 'title' => 'Un zorglub de Limoux']);
		$this->publish('yamina', ['kind' => 'need', 'title' => 'Une réunion à Limoux']);
		self::assertSame(['Un zorglub de Limoux'], $this->similar('zohra', 'need', 'Zorglub à Limoux'));
	}

	/** A notice that only a group sees is not found by what it is about either. */
	public function testWhatMayAlreadyExistIsSeen(): void {
		$this->publish('yamina', ['kind' => 'need', 'title' => 'Un fourgon pour transporter des meubles', 'groupId' => $this->group, 'audience' => 'group']);
		self::assertSame(['Un fourgon pour transporter des meubles'], $this->similar('odile', 'need', 'Une camionnette pour déménager'));
		self::assertSame([], $this->similar('zohra', 'need', 'Une camionnette pour déménager'));
	}

	/** @return list<string> titles */
	private function similar(string $uid, string $kind, string $title): array {
		return array_column($this->data('GET', '/notices/similar?' . http_build_query(['kind' => $kind, 'title' => $title]), $uid)['notices'], 'title');
	}

	public function testWhatMayAlreadyExist(): void {
		$this->publish('odile', ['title' => 'Un pressoir à prêter', 'terms' => ['permaculture']]);
		$this->publish('yamina', ['kind' => 'need', 'title' => 'Un pressoir pour octobre']);
		$this->publish('yamina', ['kind' => 'call', 'title' => 'Fête du pressoir']);
		$this->publish('yamina', ['title' => 'Pressoir de groupe', 'groupId' => $this->group, 'audience' => 'group']);
		$similar = fn (string $uid, string $query): array => array_column($this->data('GET', "/notices/similar?$query", $uid)['notices'], 'title');
		self::assertEqualsCanonicalizing(['Un pressoir à prêter', 'Un pressoir pour octobre'], $similar('zohra', 'kind=offer&title=pressoir'));
		self::assertSame(['Un pressoir à prêter'], $similar('zohra', 'term[]=permaculture'));
		self::assertSame([], $similar('zohra', 'title=tondeuse'));
		self::assertSame([], $similar('zohra', ''));
		self::assertContains('Pressoir de groupe', $similar('odile', 'kind=offer&title=pressoir de groupe'));
		self::assertNotContains('Pressoir de groupe', $similar('zohra', 'kind=offer&title=pressoir de groupe'));
		$this->assertRefused(400, 'unknown_kind', 'GET', '/notices/similar?kind=x', 'zohra');
	}

	public function testAnUnknownOrderIsRefused(): void {
		self::assertSame('sort', $this->assertRefused(400, 'unknown_sort', 'GET', '/notices?sort=best', 'odile')['field']);
	}
}
