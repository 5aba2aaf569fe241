<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Letter;

use OCA\Reseau\Letter\LetterMail;
use OCA\Reseau\Letter\LetterMailMapper;
use OCA\Reseau\Letter\LetterMapper;
use OCA\Reseau\Tests\Orphans;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;

/** The people a letter goes to, and how. */
#[Group('databases')]
class SendLetterTest extends LetterTestCase {
	public function testGoesToEachReaderOnceWithTheirOwnLinks(): void {
		$this->subscribe('odile', 'linh');
		$this->subscribeKept($this->cards['jeanne']);
		$this->subscribeOutside('paul@example.org', 'Paul Roux');
		$letter = $this->full();
		$readers = $this->data('POST', "/letters/{$letter['id']}/readers", 'fanny');
		self::assertSame([4, 2, 1, 1], [$readers['total'], $readers['account'], $readers['kept'], $readers['outside']]);
		self::assertSame(
			[['Odile', 'account', 'member'], ['Linh', 'account', 'member'], ['Jeanne Bru', 'kept', 'told'], ['Paul Roux', 'outside', 'confirmed']],
			array_map(static fn (array $one): array => [$one['name'], $one['kind'], $one['why']], $readers['readers']),
		);
		$report = $this->send($letter);
		self::assertSame(['sent', 4, 4], [$report['state'], $report['total'], $report['counts']['sent']]);
		$mails = $this->mailsTo();
		self::assertSame(['jeanne@example.org', 'linh@example.org', 'odile@example.org', 'paul@example.org'], array_keys($mails));
		self::assertSame([1, 1, 1, 1], array_map(count(...), array_values($mails)));
		$links = [];
		foreach ($mails as [$mail]) {
			self::assertSame('Des nouvelles', $mail['subject']);
			self::assertSame(1, preg_match('~^<(http\S+/leave/[A-Za-z0-9]{32})>$~', $mail['headers']['List-Unsubscribe'], $leave));
			self::assertSame('List-Unsubscribe=One-Click', $mail['headers']['List-Unsubscribe-Post']);
			self::assertSame('auto-generated', $mail['headers']['Auto-Submitted']);
			self::assertStringContainsString($leave[1], $mail['plain'], 'the same link is in the text');
			self::assertStringContainsString($leave[1], $mail['html']);
			self::assertDoesNotMatchRegularExpression('/[\x02\x03]/', $mail['plain'] . $mail['html'], 'no slot is left');
			$links[] = $leave[1];
		}
		self::assertCount(4, array_unique($links));
		self::assertStringContainsString('le 20 novembre 2026 : au téléphone', str_replace("\u{a0}", ' ', $mails['jeanne@example.org'][0]['plain']));
		$this->runJob();
		self::assertCount(4, $this->kernel->mails());
	}

	public function testEachReaderGetsWhatTheyMaySee(): void {
		$this->group('pluie', ['id' => $this->cards['fanny']], ['id' => $this->cards['odile']], ['id' => $this->cards['jeanne']]);
		$this->notice('odile', 'Pour tous');
		$this->notice('odile', 'Entre nous', ['groupId' => (int)$this->groupId('pluie'), 'audience' => 'group']);
		$this->data('PUT', '/members/me', 'linh', ['version' => 1, 'headline' => 'Publique', 'audience' => ['headline' => 'public']]);
		$this->subscribe('odile', 'linh');
		$this->subscribeKept($this->cards['jeanne']);
		$this->subscribeOutside('paul@example.org');
		$this->send($this->full());
		$passages = static fn (array $mail): array => array_values(array_filter(['Bonjour à', 'Pour tous', 'Entre nous', 'Publique', 'Peire'], static fn (string $word): bool => str_contains($mail['plain'], $word) && str_contains($mail['html'], $word)));
		$mails = array_map(static fn (array $its): array => $passages($its[0]), $this->mailsTo());
		self::assertSame([
			'jeanne@example.org' => ['Bonjour à', 'Pour tous', 'Entre nous', 'Publique', 'Peire'],
			'linh@example.org' => ['Bonjour à', 'Pour tous', 'Publique', 'Peire'],
			'odile@example.org' => ['Bonjour à', 'Pour tous', 'Entre nous', 'Publique', 'Peire'],
			'paul@example.org' => ['Bonjour à', 'Publique'],
		], $mails);
	}

	public function testWhatIsSentNoLongerChanges(): void {
		$this->subscribe('odile');
		$letter = $this->full();
		$this->send($letter);
		$this->assertRefused(409, 'letter_sent', 'PUT', "/letters/{$letter['id']}", 'zohra', ['editorial' => 'Trop tard'] + self::content($letter));
		$this->assertRefused(409, 'letter_sent', 'POST', "/letters/{$letter['id']}/sending", 'zohra', ['version' => $letter['version'] + 1, 'readers' => 'x']);
		$this->assertRefused(409, 'letter_sent', 'POST', "/letters/{$letter['id']}/readers", 'zohra');
		self::assertCount(1, $this->kernel->mails());
	}

	public function testOnlyWhatWasSeenIsSent(): void {
		$this->subscribe('odile');
		$letter = $this->full();
		$key = $this->data('POST', "/letters/{$letter['id']}/readers", 'fanny')['key'];
		$stored = $this->store($letter, ['editorial' => 'Autre chose'], 'zohra');
		$this->assertRefused(409, 'stale_version', 'POST', "/letters/{$letter['id']}/sending", 'fanny', ['version' => $letter['version'], 'readers' => $key]);
		$this->subscribe('linh');
		$this->assertRefused(409, 'readers_changed', 'POST', "/letters/{$letter['id']}/sending", 'fanny', ['version' => $stored['version'], 'readers' => $key]);
		self::assertSame([], $this->kernel->mails());
		self::assertSame('sent', $this->send($stored)['state']);
	}

	public function testAnEmptyLetterAndALetterWithoutReadersAreRefused(): void {
		$empty = $this->draft();
		$refused = ['version' => $empty['version'], 'readers' => $this->data('POST', "/letters/{$empty['id']}/readers", 'fanny')['key']];
		$this->assertRefused(422, 'letter_empty', 'POST', "/letters/{$empty['id']}/sending", 'fanny', $refused);
		$this->assertRefused(409, 'nobody_reads', 'POST', "/letters/{$empty['id']}/sending", 'fanny', ['version' => $this->store($empty, ['editorial' => 'Bonjour'])['version']] + $refused);
		$this->subscribe('odile');
		$long = $this->store($this->draft(), ['items' => array_map(static fn (int $i): array => ['kind' => 'block', 'id' => null, 'taken' => true, 'text' => str_repeat('a ', 2000), 'hash' => null], range(1, 20))]);
		$this->assertRefused(422, 'letter_too_long', 'POST', "/letters/{$long['id']}/sending", 'fanny', ['version' => $long['version'], 'readers' => $this->data('POST', "/letters/{$long['id']}/readers", 'fanny')['key']]);
	}

	public function testASegmentIsWhatEveryMemberMayKnow(): void {
		$this->group('pluie', ['id' => $this->cards['odile']], ['id' => $this->cards['linh']], ['id' => $this->cards['jeanne']]);
		$place = ['territories' => [['kind' => 'commune', 'code' => '11206', 'name' => 'Limoux']], 'seeks' => [['text' => 'De l’eau', 'terms' => ['eau']]]];
		$this->data('PUT', '/members/me', 'odile', ['version' => $this->data('GET', '/members/me', 'odile')['version']] + $place);
		$this->data('PUT', '/members/me', 'linh', ['version' => $this->data('GET', '/members/me', 'linh')['version'], 'audience' => ['territories' => 'groups', 'seeks' => 'me']] + $place);
		$this->subscribe('odile', 'linh', 'peire');
		$this->subscribeKept($this->cards['jeanne']);
		$this->subscribeOutside('paul@example.org');
		$names = fn (array $readers): array => array_column($this->data('POST', '/letters/' . $this->draft(['readers' => $readers])['id'] . '/readers', 'fanny')['readers'], 'name');
		self::assertSame(['Odile'], $names(['kind' => 'territory', 'of' => 'departement:11']));
		self::assertSame(['Odile'], $names(['kind' => 'theme', 'of' => 'eau']));
		self::assertSame(['Odile', 'Linh', 'Jeanne Bru'], $names(['kind' => 'group', 'of' => $this->groupId('pluie')]));
		self::assertSame([], $names(['kind' => 'territory', 'of' => 'departement:31']));
		$this->setStatus('linh', 'linh', 'paused');
		self::assertSame(['Odile', 'Jeanne Bru'], $names(['kind' => 'group', 'of' => $this->groupId('pluie')]), 'a person with a paused card is not named in a group');
		self::assertSame(['Odile', 'Linh', 'Peire', 'Jeanne Bru', ''], $names(['kind' => 'all']));
	}

	public function testReadersComeInPages(): void {
		for ($i = 0; $i < 120; $i++) {
			$this->subscribeOutside("reader$i@example.org");
		}
		$letter = $this->draft();
		$first = $this->data('POST', "/letters/{$letter['id']}/readers", 'fanny');
		self::assertSame([120, 100], [$first['total'], count($first['readers'])]);
		self::assertCount(20, $this->data('GET', "/letters/{$letter['id']}/readers?after={$first['readers'][99]['id']}", 'fanny')['readers']);
	}

	public function testAPersonWhoLeavesInTheMiddleGetsNothing(): void {
		$this->subscribe('odile', 'linh');
		$letter = $this->begun($this->full());
		$this->leave('linh');
		$this->runJob();
		self::assertSame(['odile@example.org'], array_keys($this->mailsTo()));
		self::assertSame(['sent' => 1, 'left' => 1], array_filter($this->report($letter)['counts']));
	}

	public function testAPassageWithdrawnInTheMiddleIsNotSent(): void {
		$this->subscribe('odile');
		$notice = $this->notice('linh', 'Un four');
		$this->notice('peire', 'Un banc');
		$letter = $this->begun($this->full());
		$this->data('PUT', "/notices/$notice", 'linh', ['version' => 1, 'title' => 'Des injures']);
		$this->setStatus('peire', 'peire', 'paused');
		$this->runJob();
		$text = $this->mailsTo()['odile@example.org'][0]['plain'];
		foreach (['Un four', 'Des injures', 'Un banc', 'Peire'] as $word) {
			self::assertStringNotContainsString($word, $text);
		}
		self::assertStringContainsString('Bonjour à vous', $text);
		self::assertSame(2, $this->report($letter)['withheld'], 'a notice and a person; of another notice nobody knows any more who saw it');
	}

	/** Nobody gets a mail with nothing but its title in it. */
	public function testReadersWhoMaySeeNoneOfItGetNothing(): void {
		$this->subscribe('odile');
		$this->subscribeOutside('paul@example.org');
		$this->notice('linh', 'Un four');
		$letter = $this->full();
		$nothing = fn (): array => $this->data('POST', "/letters/{$letter['id']}/readers", 'fanny')['nothing'];
		self::assertSame(['account' => 0, 'kept' => 0, 'outside' => 0], $nothing(), 'an editorial is for everybody');
		$letter = $this->store($letter, ['editorial' => '']);
		self::assertSame(['account' => 0, 'kept' => 0, 'outside' => 1], $nothing(), 'shown before it is sent');
		$report = $this->send($letter);
		self::assertSame(['sent', 1, 1], [$report['state'], $report['counts']['sent'], $report['counts']['nothing']]);
		self::assertSame(['odile@example.org'], array_keys($this->mailsTo()));
	}

	public function testMembersWhoAreNotInTheGroupOfItsOnlyPassageAreCountedBeforeItIsSent(): void {
		$this->group('pluie', ['id' => $this->cards['fanny']], ['id' => $this->cards['odile']]);
		$group = (int)$this->groupId('pluie');
		$this->data('POST', "/groups/$group/facilitators", 'fanny', ['memberId' => $this->cards['fanny']]);
		$meeting = $this->data('POST', "/groups/$group/meetings", 'fanny', ['title' => 'Choisir', 'day' => '2026-12-12', 'time' => '18:00', 'endTime' => '20:00', 'zone' => 'Europe/Paris', 'place' => 'Limoux', 'agenda' => 'Les cuves', 'key' => $this->key()], 201)['id'];
		$this->subscribe('odile', 'linh', 'peire');
		$this->subscribeKept($this->cards['jeanne']);
		$this->subscribeOutside('paul@example.org');
		$letter = $this->store($this->draft(), ['items' => [['kind' => 'date', 'id' => $meeting, 'taken' => true, 'text' => null, 'hash' => null]]]);

		$readers = $this->data('POST', "/letters/{$letter['id']}/readers", 'fanny');
		self::assertSame([5, ['account' => 2, 'kept' => 1, 'outside' => 1]], [$readers['total'], $readers['nothing']]);
		$message = $this->draft(['kind' => 'statutory', 'from' => null, 'until' => null]);
		self::assertSame(['account' => 0, 'kept' => 0, 'outside' => 0], $this->data('POST', "/letters/{$message['id']}/readers", 'fanny')['nothing'], 'a message is refused as a whole while it is empty');
		self::assertSame(['sent' => 1, 'nothing' => 4], array_filter($this->send($letter)['counts']), 'as it was counted');
	}

	public function testTheListOfSubscribersAndTheSendingPageSayTheSame(): void {
		$this->subscribe('odile', 'linh', 'peire', 'zohra', 'fanny');
		$this->address('linh', '');
		$this->address('zohra', 'Odile@example.org');
		$this->kernel->get(IUserManager::class)->get('peire')?->setEnabled(false);
		$paper = $this->keptCard('fanny', ['name' => 'Paulette Serres'])['id'];
		$this->data('PUT', "/members/$paper/letter", 'fanny', ['wants' => true, 'date' => '2026-11-24', 'how' => 'Au marché']);
		$this->subscribeKept($this->keptCard('fanny', ['name' => 'Roger Sans Adresse'])['id']);
		$this->subscribeOutside('paul@example.org');

		$counts = fn (string $uid): array => $this->data('GET', '/subscribers', $uid)['counts'];
		$before = $counts('fanny');
		$sending = $this->data('POST', '/letters/' . $this->draft()['id'] . '/readers', 'fanny');

		self::assertSame([$sending['total'], $sending['unreached']], [$before['on'], $before['unreached']]);
		self::assertSame([3, 5], [$sending['total'], $sending['unreached']['total']]);
		$people = static fn (array $unreached): array => array_map(static fn (array $one): array => [$one['name'], $one['why']], $unreached['people']);
		$named = [['Linh', 'no_address'], ['Peire', 'disabled'], ['Paulette Serres', 'paper'], ['Roger Sans Adresse', 'card_address']];
		self::assertEqualsCanonicalizing($named, $people($sending['unreached']), 'that Zohra shares an address is known to those who know it');
		$card = $this->data('GET', '/members/me', 'zohra');
		$this->data('PUT', '/members/me', 'zohra', ['contact' => ['email' => 'odile@example.org'], 'audience' => ['contact' => 'members'], 'version' => $card['version']]);
		self::assertEqualsCanonicalizing([...$named, ['Zohra', 'shared']], $people($counts('fanny')['unreached']));
		self::assertSame(5, $counts('fanny')['unreached']['total']);
		self::assertSame(3, $this->send($this->store($this->draft(), ['editorial' => 'Bonjour']))['counts']['sent']);
	}

	public function testWhomNoMailReachesIsNamedOnlyToThoseWhoMaySeeThem(): void {
		$this->subscribe('odile');
		$card = $this->keptCard('zohra', ['name' => 'Paulette Serres']);
		$this->subscribeKept($card['id']);
		$this->data('PUT', "/members/{$card['id']}/status", 'zohra', ['status' => 'paused', 'version' => $card['version']]);
		$letter = $this->draft()['id'];
		$names = fn (string $uid): array => array_map(
			static fn (array $unreached): array => [$unreached['total'], array_column($unreached['people'], 'name')],
			[$this->data('POST', "/letters/$letter/readers", $uid)['unreached'], $this->data('GET', '/subscribers', $uid)['counts']['unreached']],
		);
		self::assertSame([[1, ['Paulette Serres']], [1, ['Paulette Serres']]], $names('zohra'));
		self::assertSame([[0, []], [0, []]], $names('fanny'));

		// Nor are they counted for sharing an address.
		$now = $this->data('GET', "/members/{$card['id']}", 'zohra');
		$this->data('PUT', "/members/{$card['id']}", 'zohra', ['contact' => ['email' => 'odile@example.org'], 'version' => $now['version']]);
		self::assertSame([[1, ['Paulette Serres']], [1, ['Paulette Serres']]], $names('zohra'));
		self::assertSame([[0, []], [0, []]], $names('fanny'));
	}

	/** An account that is a reader as well takes over the kept card of its person. */
	public function testTwoReadersBecomeOneAndGetItOnce(): void {
		$this->subscribe('odile');
		$kept = $this->subscribeKept($this->cards['jeanne']);
		$letter = $this->full();
		$this->send($letter);
		$mails = $this->kernel->get(LetterMailMapper::class);
		$odile = array_values(array_diff(array_keys($this->states($letter['id'])), [$kept]))[0];
		$waiting = $mails->findOne($letter['id'], $odile);
		$waiting->setState(LetterMail::WAITING);
		$mails->update($waiting);
		$mails->moveReader($kept, $odile);
		self::assertSame([$odile => LetterMail::SENT], $this->states($letter['id']));
		$mails->moveReader($odile, $kept);
		self::assertSame([$kept => LetterMail::SENT], $this->states($letter['id']));
	}

	/** Where it was refused for one of them, and waits for the other. */
	public function testWhatWaitsForOneOfThemIsNotLost(): void {
		$this->subscribe('odile');
		$kept = $this->subscribeKept($this->cards['jeanne']);
		$letter = $this->begun($this->full());
		$mails = $this->kernel->get(LetterMailMapper::class);
		$odile = array_values(array_diff(array_keys($this->states($letter['id'])), [$kept]))[0];
		$refused = $mails->findOne($letter['id'], $odile);
		$refused->setState(LetterMail::REFUSED);
		$mails->update($refused);
		$mails->moveReader($kept, $odile);
		self::assertSame([$odile => LetterMail::WAITING], $this->states($letter['id']));
	}

	/** What a run has read or begun of a reader who is another one by then. */
	public function testTwoReadersBecomeOneWhileItIsSent(): void {
		$this->subscribe('odile');
		$kept = $this->subscribeKept($this->cards['jeanne']);
		$letter = $this->begun($this->full());
		$mails = $this->kernel->get(LetterMailMapper::class);
		self::assertTrue($this->kernel->get(LetterMapper::class)->lease($letter['id'], 'run', $this->kernel->clock->getTime(), 900));
		$odile = array_values(array_diff(array_keys($this->states($letter['id'])), [$kept]))[0];
		self::assertTrue($mails->begin($mails->findOne($letter['id'], $kept), 'run'));
		$mails->moveReader($kept, $odile);
		self::assertSame([$odile => LetterMail::PERHAPS], $this->states($letter['id']), 'nobody will say what became of it');
		$mails->resend($letter['id'], LetterMail::PERHAPS);
		$read = $mails->findOne($letter['id'], $odile);
		$mails->moveReader($odile, $kept);
		self::assertFalse($mails->begin($read, 'run'), 'it is for someone else now');
		self::assertTrue($mails->begin($mails->findOne($letter['id'], $kept), 'run'));
	}

	public function testAnErasedPersonIsNotListedAsARecipient(): void {
		$this->subscribe('odile');
		$this->subscribeKept($this->cards['jeanne']);
		$letter = $this->full();
		self::assertSame(2, $this->send($letter)['total']);
		$this->data('DELETE', "/members/{$this->cards['jeanne']}", 'peire');
		self::assertSame(1, $this->data('GET', "/letters/{$letter['id']}/sending", 'fanny')['total']);
		self::assertSame([], Orphans::find($this->kernel->get(IDBConnection::class)));
	}

	public function testIsStoppedAtTheNextMailAndResumed(): void {
		$this->subscribe('odile', 'linh');
		$letter = $this->begun($this->full());
		self::assertSame('stopped', $this->data('DELETE', "/letters/{$letter['id']}/sending", 'zohra')['state']);
		$this->runJob();
		self::assertSame([], $this->kernel->mails());
		$this->assertRefused(409, 'not_sending', 'DELETE', "/letters/{$letter['id']}/sending", 'zohra');
		self::assertSame('sent', $this->data('PUT', "/letters/{$letter['id']}/sending", 'zohra')['state']);
		self::assertCount(2, $this->kernel->mails());
		$this->assertRefused(409, 'not_stopped', 'PUT', "/letters/{$letter['id']}/sending", 'zohra');
	}

	public function testTheClockIsPutBack(): void {
		$this->subscribe('odile');
		$letter = $this->begun($this->full());
		// A run that was killed has left its right to send, from before the clock was put back by a day.
		$letters = $this->kernel->get(LetterMapper::class);
		self::assertTrue($letters->lease($letter['id'], 'killed', $this->kernel->clock->getTime(), 900));
		$this->runJob();
		self::assertSame([], $this->kernel->mails(), 'it may still be running');
		self::assertTrue($this->report($letter)['running']);
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() - 86_400);
		$this->runJob();
		self::assertCount(1, $this->kernel->mails());
	}

	public function testTheStatutoryListGetsAPlainMessageAndNoLetter(): void {
		$this->subscribeOutside('paul@example.org');
		$letter = $this->draft(['kind' => 'statutory', 'title' => 'Convocation']);
		self::assertSame([null, 'all'], [$letter['from'], $letter['readers']['kind']]);
		$letter = $this->store($letter, ['editorial' => "L’assemblée a lieu le *12 décembre*.", 'items' => [['kind' => 'person', 'id' => $this->cards['odile'], 'taken' => true, 'text' => null, 'hash' => null]], 'readers' => ['kind' => 'group', 'of' => '1']]);
		self::assertSame([[], 'all'], [$letter['items'], $letter['readers']['kind']]);
		$this->send($letter);
		$mails = $this->mailsTo();
		self::assertSame(['fanny@example.org', 'jeanne@example.org', 'linh@example.org', 'odile@example.org', 'peire@example.org', 'zohra@example.org'], array_keys($mails));
		$mail = $mails['odile@example.org'][0];
		self::assertSame('Convocation', $mail['subject']);
		self::assertStringContainsString('parce que vous êtes membre', $mail['plain']);
		self::assertStringNotContainsString('/leave/', $mail['plain'] . $mail['html']);
		self::assertArrayNotHasKey('List-Unsubscribe', $mail['headers']);
		self::assertSame([], $this->data('GET', '/letters', 'odile')['letters'], 'it is not among the letters');
	}

	public function testATestGoesToItsAuthorAlone(): void {
		$this->subscribe('odile');
		$letter = $this->full();
		self::assertSame('zohra@example.org', $this->data('POST', "/letters/{$letter['id']}/test", 'zohra', ['as' => 'outside'])['address']);
		$mails = $this->mailsTo();
		self::assertSame(['zohra@example.org'], array_keys($mails));
		self::assertSame('Essai : Des nouvelles', str_replace("\u{a0}", ' ', $mails['zohra@example.org'][0]['subject']));
		self::assertArrayNotHasKey('List-Unsubscribe', $mails['zohra@example.org'][0]['headers']);
		self::assertStringNotContainsString('Odile', $mails['zohra@example.org'][0]['plain'], 'as a person who is no member sees it');
		self::assertSame('draft', $this->data('GET', "/letters/{$letter['id']}", 'fanny')['state']);
		$this->address('zohra', '');
		$this->assertRefused(422, 'no_address', 'POST', "/letters/{$letter['id']}/test", 'zohra', ['as' => 'account']);
	}

	public function testTheSameAddressInTwoCasesIsOneReader(): void {
		$this->address('linh', 'ODILE@example.org');
		$this->subscribe('odile', 'linh');
		$this->subscribeOutside('Odile@example.org');
		$this->send($this->full());
		self::assertCount(1, $this->kernel->mails());
	}

	public function testSentLettersAreReadAsOneMaySeeThemNow(): void {
		$this->subscribe('odile');
		$this->notice('linh', 'Un four');
		$letter = $this->full();
		$this->send($letter);
		self::assertSame([$letter['id']], array_column($this->data('GET', '/letters', 'peire')['letters'], 'id'));
		$html = fn (): string => $this->data('GET', "/letters/{$letter['id']}/reading", 'peire')['html'];
		self::assertStringContainsString('Un four', $html());
		$this->setStatus('linh', 'linh', 'paused');
		self::assertStringNotContainsString('Un four', $html());
		$this->setStatus('linh', 'linh', 'published');
		self::assertStringContainsString('Un four', $html());
		$this->data('DELETE', "/letters/{$letter['id']}", 'fanny');
		self::assertSame([], $this->data('GET', '/letters', 'peire')['letters']);
		self::assertSame([], $this->states($letter['id']));
	}

	public function testALetterToAGroupIsReadByItsPeople(): void {
		$this->group('pluie', ['id' => $this->cards['odile']]);
		$this->subscribe('odile', 'linh');
		$letter = $this->full(['readers' => ['kind' => 'group', 'of' => $this->groupId('pluie')]]);
		self::assertSame(1, $this->send($letter)['total']);
		self::assertSame([1, 0], [count($this->data('GET', '/letters', 'odile')['letters']), count($this->data('GET', '/letters', 'linh')['letters'])]);
		$this->assertRefused(404, 'not_found', 'GET', "/letters/{$letter['id']}/reading", 'linh');
		self::assertStringContainsString('Bonjour', $this->data('GET', "/letters/{$letter['id']}/reading", 'odile')['html']);
	}

	/**
	 * Written down, and no mail sent yet.
	 *
	 * @param array<string, mixed> $letter
	 * @return array<string, mixed>
	 */
	private function begun(array $letter): array {
		// Another run has the lease while the facilitator waits.
		$this->kernel->get(IDBConnection::class)->executeStatement("UPDATE `*PREFIX*reseau_letters` SET lease_holder = 'other', lease_until = " . ($this->kernel->clock->getTime() + 600) . " WHERE id = {$letter['id']}");
		$report = $this->send($letter);
		self::assertSame(['sending', $report['total']], [$report['state'], $report['counts'][LetterMail::WAITING]]);
		$this->kernel->get(LetterMapper::class)->release($letter['id'], 'other');
		return $letter;
	}

	/**
	 * @param array<string, mixed> $letter
	 * @return array<string, mixed>
	 */
	private function report(array $letter): array {
		return $this->data('GET', "/letters/{$letter['id']}/sending", 'fanny');
	}
}
