<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Letter;

use OCA\Reseau\Integration\DeleteExpired;
use PHPUnit\Framework\Attributes\Group;

/** What a draft is made of, and who sees it. */
#[Group('databases')]
class PassagesTest extends LetterTestCase {
	public function testPeopleWhoJoinedAreThereAsEveryMemberSeesThem(): void {
		$this->data('PUT', '/members/me', 'odile', ['version' => 1, 'headline' => 'Jardinière', 'seeks' => [['text' => 'Des plants, voir https://example.org', 'terms' => ['eau']]], 'offers' => [['text' => 'Un secret', 'terms' => []]], 'audience' => ['offers' => 'groups']]);
		$found = $this->found($this->draft()['id']);
		$odile = $found["person {$this->cards['odile']}"];
		self::assertSame(['Odile Marcenac', 'Jardinière', "Cherche\u{a0}: Des plants, voir […]", 'members'], [$odile['title'], $odile['line'], $odile['text'], $odile['reach']]);
		$this->setStatus('linh', 'linh', 'paused');
		self::assertArrayNotHasKey("person {$this->cards['linh']}", $this->found($this->draft()['id']));
	}

	public function testOnlyPeopleWhoShowTheirWordsToEverybodyAreThereForEverybody(): void {
		$public = ['headline' => 'Maraîchère', 'audience' => ['headline' => 'public']];
		$this->data('PUT', '/members/me', 'odile', ['version' => 1] + $public);
		$this->data('PUT', '/members/me', 'linh', ['version' => 1, 'seeks' => [['text' => 'Un four', 'terms' => []]]] + $public);
		$found = $this->found($this->draft()['id']);
		self::assertSame('everyone', $found["person {$this->cards['odile']}"]['reach']);
		self::assertSame('members', $found["person {$this->cards['linh']}"]['reach'], 'a part of it is for members');
		self::assertSame('members', $found["person {$this->cards['peire']}"]['reach'], 'a name alone is not public');
	}

	public function testNoticesAndWhatCameOfThem(): void {
		$open = $this->notice('odile', 'Un four à prêter');
		$done = $this->notice('linh', 'Un banc', ['kind' => 'need']);
		$this->data('PUT', "/notices/$done/closing", 'linh', ['outcome' => 'Deux bancs en sont sortis.', 'thanks' => [$this->cards['peire']]]);
		$found = $this->found($this->draft()['id']);
		self::assertSame(['Un four à prêter', 'Offre · Odile Marcenac'], [$found["notice $open"]['title'], $found["notice $open"]['line']]);
		self::assertSame(['Un banc', "Deux bancs en sont sortis.\nMerci à Peire Marcenac"], [$found["outcome $done"]['title'], $found["outcome $done"]['text']]);
		self::assertArrayNotHasKey("notice $done", $found);
		$earlier = $this->draft(['from' => '2026-10-01', 'until' => '2026-11-23'])['id'];
		self::assertSame([], preg_grep('/^(notice|outcome) /', array_keys($this->found($earlier))));
	}

	/** The author of a letter sees no more of the network than elsewhere. */
	public function testANoticeForAGroupIsNotEvenNamedToPeopleOutside(): void {
		$this->group('pluie', ['id' => $this->cards['odile']], ['id' => $this->cards['linh']], ['id' => $this->cards['zohra']]);
		$notice = $this->notice('odile', 'Entre nous', ['groupId' => (int)$this->groupId('pluie'), 'audience' => 'group']);
		$letter = $this->draft();
		self::assertArrayNotHasKey("notice $notice", $this->found($letter['id']));
		$found = $this->found($letter['id'], 'zohra')["notice $notice"];
		self::assertSame(['group', 'Groupe pluie', $this->groupId('pluie')], [$found['reach'], $found['of'], $found['group']]);
		$this->store($letter, ['items' => [['kind' => 'notice', 'id' => $notice, 'taken' => true, 'text' => null, 'hash' => null]]], 'zohra');
		$seen = $this->data('POST', "/letters/{$letter['id']}/rendering", 'fanny', ['as' => 'account'] + self::content($this->data('GET', "/letters/{$letter['id']}", 'fanny')));
		self::assertStringNotContainsString('Entre nous', $seen['html'] . $seen['text'] . $seen['page']);
	}

	/** Text written in place of a notice says as much as the notice: a person who does not see the notice cannot read or change the text, nor learn that it exists. */
	public function testTheShortenedTextIsHiddenToo(): void {
		$this->group('pluie', ['id' => $this->cards['odile']], ['id' => $this->cards['linh']], ['id' => $this->cards['zohra']]);
		$notice = $this->notice('odile', 'Entre nous', ['text' => 'Chez Odile, samedi.', 'groupId' => (int)$this->groupId('pluie'), 'audience' => 'group']);
		$item = ['kind' => 'notice', 'id' => $notice, 'taken' => true];
		$letter = $this->draft();
		$hash = $this->found($letter['id'], 'zohra')["notice $notice"]['hash'];
		$this->store($letter, ['items' => [['text' => 'Samedi.', 'hash' => $hash] + $item]], 'zohra');
		$seen = $this->data('GET', "/letters/{$letter['id']}", 'fanny');
		self::assertSame([['text' => null, 'hash' => null] + $item], array_map(static fn (array $one): array => ['text' => $one['text'], 'hash' => $one['hash']] + $item, $seen['items']));
		$seen = $this->store($seen, ['items' => [['text' => 'Devinée', 'hash' => hash('sha256', 'guessed')] + $item]]);
		self::assertSame('Samedi.', $this->data('GET', "/letters/{$letter['id']}", 'zohra')['items'][0]['text']);
		$this->subscribe('linh', 'peire');
		$key = $this->data('POST', "/letters/{$letter['id']}/readers", 'fanny')['key'];
		$this->assertRefused(422, 'letter_empty', 'POST', "/letters/{$letter['id']}/sending", 'fanny', ['version' => $seen['version'], 'readers' => $key]);
		$this->send($this->store($seen, ['title' => 'De Fanny', 'editorial' => 'Bonjour.']));
		self::assertSame($seen['items'], $this->data('GET', "/letters/{$letter['id']}", 'fanny')['items'], 'sending it reveals nothing either');
		$second = $this->draft(uid: 'zohra');
		$this->send($this->store($second, ['items' => [['text' => 'Samedi.', 'hash' => $hash] + $item]], 'zohra'), 'zohra');
		$got = array_map(static fn (array $mails): array => array_map(static fn (array $mail): bool => str_contains($mail['plain'], 'Samedi.'), $mails), $this->mailsTo());
		self::assertSame(['linh@example.org' => [false, true], 'peire@example.org' => [false]], $got, 'a sender sends what they see, and readers who see none of it get nothing');
	}

	/** A letter is sent as it was read: what was not there then does not come into it later. */
	public function testWhatComesBackAfterItWasSentStaysOut(): void {
		$this->subscribe('odile');
		$letter = $this->full();
		$this->setStatus('linh', 'linh', 'paused');
		$this->send($letter);
		$this->setStatus('linh', 'linh', 'published');
		self::assertStringContainsString('Peire', $this->data('GET', "/letters/{$letter['id']}/reading", 'odile')['html']);
		self::assertStringNotContainsString('Linh', $this->data('GET', "/letters/{$letter['id']}/reading", 'odile')['html']);
	}

	public function testGroupsThatOpenSeekMeetAndEnd(): void {
		$this->group('pluie', ['id' => $this->cards['fanny']], ['id' => $this->cards['odile']]);
		$id = (int)$this->groupId('pluie');
		$version = fn (): int => $this->data('GET', "/groups/$id", 'fanny')['version'];
		$this->data('POST', "/groups/$id/facilitators", 'fanny', ['memberId' => $this->cards['fanny']]);
		$this->data('PUT', "/groups/$id", 'fanny', ['version' => $version(), 'purpose' => 'Garder l’eau.', 'seeks' => 'Une cuve']);
		$meeting = $this->data('POST', "/groups/$id/meetings", 'fanny', ['title' => 'Choisir', 'day' => '2026-12-12', 'time' => '18:00', 'endTime' => '20:00', 'zone' => 'Europe/Paris', 'place' => 'Limoux', 'agenda' => 'Les cuves', 'key' => $this->key()], 201)['id'];
		$letter = $this->draft();
		$found = $this->found($letter['id']);
		self::assertSame(['Garder l’eau.', 'Une cuve', 'Les cuves'], [$found["group $id"]['text'], $found["seeking $id"]['text'], $found["date $meeting"]['text']]);
		self::assertSame(['members', 'members', 'group'], [$found["group $id"]['reach'], $found["seeking $id"]['reach'], $found["date $meeting"]['reach']]);
		self::assertSame(['Choisir', 'samedi 12 décembre 2026, 18:00 – 20:00 · Limoux · Groupe pluie'], [$found["date $meeting"]['title'], $found["date $meeting"]['line']]);
		self::assertArrayNotHasKey("date $meeting", $this->found($letter['id'], 'zohra'), 'only its people know when it meets');
		$this->data('PUT', "/groups/$id/status", 'fanny', ['status' => 'closed', 'version' => $version()]);
		$found = $this->found($letter['id']);
		self::assertSame('Clôturé le 24 novembre 2026', $found["closed $id"]['line']);
		self::assertSame(["closed $id"], array_values(preg_grep("/ $id\$/", preg_grep('/^(group|seeking|closed|date) /', array_keys($found)))));
	}

	public function testADateLeavesWithItsMeeting(): void {
		$this->group('pluie', ['id' => $this->cards['fanny']]);
		$id = (int)$this->groupId('pluie');
		$this->data('POST', "/groups/$id/facilitators", 'fanny', ['memberId' => $this->cards['fanny']]);
		$meeting = $this->data('POST', "/groups/$id/meetings", 'fanny', ['title' => 'Choisir', 'day' => '2026-12-12', 'time' => null, 'zone' => 'Europe/Paris', 'place' => '', 'agenda' => '', 'key' => $this->key()], 201)['id'];
		$letter = $this->full();
		$dates = fn (): array => array_column(array_filter($this->data('GET', "/letters/{$letter['id']}", 'fanny')['items'], static fn (array $item): bool => $item['kind'] === 'date'), 'id');
		self::assertSame([$meeting], array_values($dates()));
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 400 * 86_400);
		self::assertStringNotContainsString('Choisir', $this->rendered($this->data('GET', "/letters/{$letter['id']}", 'fanny'))['text'], 'it is over');
		$this->kernel->runJob(DeleteExpired::class);
		self::assertSame([], $dates());
	}

	public function testASessionIsAnnouncedByTakingIt(): void {
		$session = $this->data('POST', '/sessions', 'zohra', ['title' => 'Tour de table', 'place' => 'Limoux', 'day' => '2026-12-05', 'key' => $this->key()], 201)['id'];
		$past = $this->data('POST', '/sessions', 'zohra', ['title' => 'Hier', 'place' => '', 'day' => '2026-11-23', 'key' => $this->key()], 201)['id'];
		$this->subscribe('odile');
		$this->subscribeKept($this->cards['jeanne']);
		$this->subscribeOutside('dehors@example.org');
		$letter = $this->full();
		$found = $this->found($letter['id']);
		self::assertArrayNotHasKey("session $past", $found);
		self::assertSame(['Tour de table', 'samedi 5 décembre 2026 · Limoux', 'members'], [$found["session $session"]['title'], $found["session $session"]['line'], $found["session $session"]['reach']]);
		$this->send($letter);
		$mentioned = array_map(static fn (array $mails): bool => str_contains($mails[0]['plain'], 'Tour de table'), $this->mailsTo());
		self::assertSame(['jeanne@example.org' => true, 'odile@example.org' => true], array_filter($mentioned));
		$reading = fn (): string => $this->data('GET', "/letters/{$letter['id']}/reading", 'odile')['html'];
		self::assertStringContainsString('Tour de table', $reading());
		self::assertStringNotContainsString("sessions/$session", $reading(), 'its page is for facilitators');
		$version = $this->data('GET', "/sessions/$session", 'zohra')['version'];
		$this->data('PUT', "/sessions/$session", 'zohra', ['title' => 'Entre nous', 'place' => '', 'day' => '2026-12-05', 'version' => $version]);
		self::assertStringNotContainsString('Entre nous', $reading(), 'it is read as it was announced, or not at all');
		$this->data('DELETE', "/sessions/$session", 'zohra');
		self::assertNotContains('session', array_column($this->data('GET', "/letters/{$letter['id']}", 'fanny')['items'], 'kind'));
	}

	public function testWhatConcernsTheReadersIsSaid(): void {
		$near = $this->notice('odile', 'Près', ['territories' => [['kind' => 'commune', 'code' => '11206']], 'terms' => ['eau']]);
		$far = $this->notice('odile', 'Loin', ['territories' => [['kind' => 'commune', 'code' => '31555']]]);
		foreach ([['territory', 'departement:11'], ['theme', 'eau']] as [$kind, $of]) {
			$found = $this->found($this->draft(['readers' => ['kind' => $kind, 'of' => $of]])['id']);
			self::assertSame([true, false], [$found["notice $near"]['concerns'], $found["notice $far"]['concerns']]);
		}
	}

	public function testAShortenedTextStandsOnlyForTheTextItWasMadeOf(): void {
		$notice = $this->notice('odile', 'Un four', ['text' => 'Un four à pain, et mon numéro secret.']);
		$letter = $this->draft();
		$hash = $this->found($letter['id'])["notice $notice"]['hash'];
		$letter = $this->store($letter, ['items' => [['kind' => 'notice', 'id' => $notice, 'taken' => true, 'text' => 'Un four, numéro secret.', 'hash' => $hash]]]);
		self::assertStringContainsString('Un four, numéro secret.', $this->rendered($letter)['text']);
		$this->data('PUT', "/notices/$notice", 'odile', ['version' => 1, 'text' => 'Un four à pain.']);
		$rendered = $this->rendered($letter);
		self::assertStringNotContainsString('secret', $rendered['text'] . $rendered['html'] . $rendered['page']);
		self::assertSame(["notice $notice"], $rendered['changed']);
		$this->subscribe('odile');
		$key = $this->data('POST', "/letters/{$letter['id']}/readers", 'fanny')['key'];
		self::assertSame(["notice $notice"], $this->assertRefused(409, 'passages_changed', 'POST', "/letters/{$letter['id']}/sending", 'fanny', ['version' => $letter['version'], 'readers' => $key])['passages']);
	}

	public function testAShortenedTextStaysInAnotherLanguage(): void {
		$person = $this->cards['odile'];
		$this->data('PUT', '/members/me', 'odile', ['version' => 1, 'seeks' => [['text' => 'Un four à pain, et beaucoup de bois.', 'terms' => []]]]);
		$notice = $this->notice('odile', 'Un four', ['text' => 'Un four à pain.', 'mode' => 'loan']);
		$letter = $this->draft();
		$items = array_map(fn (array $about): array => ['taken' => true, 'text' => 'En bref.', 'hash' => $this->found($letter['id'])["{$about['kind']} {$about['id']}"]['hash']] + $about, [
			['kind' => 'person', 'id' => $person], ['kind' => 'notice', 'id' => $notice],
		]);
		$letter = $this->store($letter, ['items' => $items]);
		$letter = $this->store($letter, ['language' => 'en']);
		$rendered = $this->rendered($letter);
		self::assertSame([[], 2], [$rendered['changed'], substr_count($rendered['text'], 'En bref.')]);
	}

	/** It is not shown to people who do not see the passage, and so they do not send it back. */
	public function testAShortenedTextThatIsLeftOutStaysWhenAnotherStoresTheLetter(): void {
		$this->group('pluie', ['id' => $this->cards['odile']], ['id' => $this->cards['zohra']]);
		$notice = $this->notice('odile', 'Entre nous', ['text' => 'Chez Odile, samedi.', 'groupId' => (int)$this->groupId('pluie'), 'audience' => 'group']);
		$letter = $this->draft();
		$item = ['kind' => 'notice', 'id' => $notice, 'taken' => false, 'text' => 'Samedi.', 'hash' => $this->found($letter['id'], 'zohra')["notice $notice"]['hash']];
		$this->store($letter, ['items' => [$item]], 'zohra');
		$this->store($this->data('GET', "/letters/{$letter['id']}", 'fanny'), ['editorial' => 'Bonjour.', 'items' => []]);
		$letter = $this->data('GET', "/letters/{$letter['id']}", 'zohra');
		self::assertSame([$item], $letter['items']);
		self::assertSame([], $this->store($letter, ['items' => []], 'zohra')['items'], 'who sees it takes it out');
	}

	public function testWhatIsGoneIsLeftOut(): void {
		$notice = $this->notice('odile', 'Un four');
		$letter = $this->full();
		$this->data('DELETE', "/notices/$notice", 'odile');
		self::assertNotContains($notice, array_column(array_filter($this->data('GET', "/letters/{$letter['id']}", 'fanny')['items'], static fn (array $item): bool => $item['kind'] === 'notice'), 'id'), 'not even its number is kept');
		$this->setStatus('peire', 'peire', 'withdrawn');
		self::assertNotContains($this->cards['peire'], array_column(array_filter($this->data('GET', "/letters/{$letter['id']}", 'fanny')['items'], static fn (array $item): bool => $item['kind'] === 'person'), 'id'), 'nor that of who left the network');
		$this->setStatus('linh', 'linh', 'paused');
		$rendered = $this->rendered($letter = $this->data('GET', "/letters/{$letter['id']}", 'fanny'));
		self::assertStringNotContainsString('Linh', $rendered['text']);
		self::assertSame(["person {$this->cards['linh']}"], $rendered['gone']);
	}

	public function testTheThreeFormsSayTheSame(): void {
		$this->notice('odile', 'Un four & <b>du bois</b>', ['text' => 'À prêter, voir www.example.org']);
		$rendered = $this->rendered($this->full(['title' => 'Novembre <1>']));
		foreach (['html', 'page'] as $form) {
			self::assertStringContainsString('Un four &amp; &lt;b&gt;du bois&lt;/b&gt;', $rendered[$form]);
			self::assertStringContainsString('Novembre &lt;1&gt;', $rendered[$form]);
			self::assertStringContainsString('Bonjour à <strong>vous</strong>.', str_replace("\n", '', $rendered[$form]));
			self::assertDoesNotMatchRegularExpression('~<script|<link rel="stylesheet|<img[^>]+src="https?:|url\(~', $rendered[$form]);
		}
		self::assertStringContainsString('Un four & <b>du bois</b>', $rendered['text']);
		self::assertStringNotContainsString('www.example.org', implode('', array_filter($rendered, is_string(...))));
		self::assertSame(strlen($rendered['html']), $rendered['bytes']);
	}

	public function testTheLanguageIsThatOfTheLetter(): void {
		$this->notice('odile', 'Un four');
		$rendered = $this->rendered($this->full(['language' => 'en']));
		self::assertStringContainsString('Notices', $rendered['text']);
		self::assertStringContainsString('Offer · Odile Marcenac', $rendered['text']);
		self::assertStringContainsString('<html lang="en">', $rendered['html']);
	}

	/**
	 * @param array<string, mixed> $letter
	 * @return array<string, mixed>
	 */
	private function rendered(array $letter, string $as = 'account'): array {
		return $this->data('POST', "/letters/{$letter['id']}/rendering", 'fanny', ['as' => $as] + self::content($letter));
	}
}
