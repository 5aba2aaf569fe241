<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use OCA\Reseau\Integration\BulkJob;
use OCA\Reseau\Message\Message;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Service\Notifications;

/** Writing to the people of a group, and from outside to its facilitators. */
#[Group('databases')]
class WritingTest extends GroupTestCase {
	private int $keys = 0;

	protected function setUp(): void {
		parent::setUp();
		foreach (['zohra', 'peire'] as $uid) {
			$this->account($uid);
			$this->cards[$uid] = $this->card($uid, ['name' => ucfirst($uid)]);
		}
		foreach (['odile', 'linh', 'yamina', 'zohra', 'peire', 'nadege'] as $uid) {
			$this->kernel->get(IUserManager::class)->get($uid)?->setEMailAddress("$uid@example.org");
		}
		$this->finish();
		$this->comeIn('linh');
		$this->comeIn('yamina');
	}

	/** @return array<string, mixed> */
	private function writing(string $uid): array {
		return $this->data('GET', "/groups/$this->group/writing", $uid);
	}

	/** @return array<string, mixed> */
	private function send(string $uid, string $to = 'people', string $text = 'La réunion est déplacée à jeudi.', ?string $key = null, int $status = 201): array {
		return $this->data('POST', "/groups/$this->group/conversations", $uid, ['text' => $text, 'to' => $to, 'key' => $key ?? sprintf('key-%08d', $this->keys++)], $status);
	}

	/** @return list<array<string, mixed>> */
	private function list(string $uid): array {
		return $this->data('GET', '/conversations', $uid)['conversations'];
	}

	/** @return list<array<string, mixed>> mails to an account, without those from before */
	private function mailed(string $uid): array {
		return array_values(array_filter($this->kernel->mails(), static fn (array $mail): bool => isset($mail['to']["$uid@example.org"])));
	}

	/** @return list<string> */
	private function notified(string $uid): array {
		return array_values(array_map(static fn ($one): string => $one->parsedSubject, $this->kernel->get(Notifications::class)->of($uid, 'en')));
	}

	/** A card kept by Peire, in the group. */
	private function kept(string $name, string $steward = 'peire'): int {
		$id = $this->keptCard($steward, ['name' => $name])['id'];
		$this->data('POST', "/groups/$this->group/invitations", 'odile', ['memberId' => $id]);
		$this->data('POST', "/groups/$this->group/people/$id/accept", $steward, ['how' => 'De vive voix', 'commitment' => 'Aider']);
		return $id;
	}

	/** Many people with accounts, in the group. */
	private function crowd(int $count): void {
		foreach (range(1, $count) as $n) {
			$this->account("voisin$n");
			$this->cards["voisin$n"] = $this->card("voisin$n", ['name' => sprintf('Voisin %03d', $n)]);
			$this->comeIn("voisin$n");
			$this->kernel->get(IUserManager::class)->get("voisin$n")?->setEMailAddress("voisin$n@example.org");
		}
	}

	public function testSomebodyOfTheGroupWritesToAllAndIsAnsweredAlone(): void {
		self::assertSame(['to' => 'people', 'people' => 2, 'kept' => 0, 'obstacle' => null], $this->writing('odile'));
		$sent = $this->send('odile');
		self::assertSame(['people', 2], [$sent['to'], $sent['people']]);

		$rows = $this->list('odile');
		self::assertCount(1, $rows);
		self::assertSame(['to' => 'people', 'people' => 2], $rows[0]['bulk']);
		self::assertSame(['type' => 'group', 'id' => $this->group, 'title' => 'Eau de pluie'], $rows[0]['about']);
		$each = $this->data('GET', "/conversations/{$rows[0]['id']}/bulk", 'odile');
		self::assertSame(['Linh', 'Yamina'], array_map(static fn (array $one): string => $one['with'][0]['name'], $each));

		$got = $this->list('linh')[0];
		self::assertSame([null, true, 'Odile', 'Eau de pluie'], [$got['bulk'], $got['unread'], $got['with'][0]['name'], $got['about']['title']]);
		$conversation = $this->data('GET', "/conversations/{$got['id']}", 'linh');
		self::assertSame([['people', 'La réunion est déplacée à jeudi.']], array_map(static fn (array $one): array => [$one['bulk'], $one['text']], $conversation['messages']));
		self::assertContains('Odile wrote to all people of the group “Eau de pluie”', $this->notified('linh'));
		$mails = $this->mailed('linh');
		$mail = end($mails);
		self::assertSame('Odile vous a écrit', $mail['subject']);
		self::assertStringContainsString('Dans Réseau, à toutes les personnes du groupe « Eau de pluie » :', str_replace("\u{a0}", ' ', $mail['plain']));
		self::assertStringNotContainsString('odile@example.org', json_encode($mail, JSON_THROW_ON_ERROR));

		$this->data('POST', "/conversations/{$got['id']}/messages", 'linh', ['text' => 'Jeudi me va.', 'key' => 'answer-00001'], 201);
		$rows = $this->list('odile');
		self::assertSame([['Linh', null, true], ['Yamina', ['to' => 'people', 'people' => 2], false]], array_map(static fn (array $one): array => [$one['with'][0]['name'], $one['bulk'], $one['unread']], $rows));
		self::assertSame(['Yamina'], array_map(static fn (array $one): string => $one['with'][0]['name'], $this->data('GET', "/conversations/{$rows[1]['id']}/bulk", 'odile')));
		// Yamina cannot read it.
		self::assertSame(404, $this->ask('GET', "/conversations/{$got['id']}", 'yamina')->status);
		self::assertSame(404, $this->ask('GET', "/conversations/{$rows[1]['id']}/bulk", 'linh')->status);

		// The next one goes on in the conversations there are, and they are one row again.
		$this->send('odile', text: 'Apportez des bottes.');
		self::assertCount(1, $this->list('odile'));
		self::assertCount(3, $this->data('GET', "/conversations/{$got['id']}", 'linh')['messages']);
	}

	public function testFromOutsideItGoesToTheFacilitators(): void {
		self::assertSame(['to' => 'facilitators', 'people' => 1, 'kept' => 0, 'obstacle' => null], $this->writing('zohra'));
		self::assertSame('group_changed', $this->send('zohra', status: 422)['error']);
		$sent = $this->send('zohra', 'facilitators', 'Puis-je venir une fois pour voir ?');
		self::assertSame(['facilitators', 1], [$sent['to'], $sent['people']]);
		// To one person it is a conversation like others.
		self::assertSame([[null, 'Odile']], array_map(static fn (array $one): array => [$one['bulk'], $one['with'][0]['name']], $this->list('zohra')));
		self::assertSame('facilitators', $this->data('GET', "/conversations/{$sent['conversation']}", 'odile')['messages'][0]['bulk']);
		self::assertContains('Zohra wrote to the facilitators of the group “Eau de pluie”', $this->notified('odile'));
		self::assertSame([[], []], [$this->list('linh'), $this->list('yamina')]);

		$this->data('POST', "/groups/$this->group/facilitators", 'odile', ['memberId' => $this->cards['linh']['id'], 'handOver' => false]);
		self::assertSame(2, $this->writing('zohra')['people']);
		self::assertSame(2, $this->send('zohra', 'facilitators', 'Encore une question.')['people']);
		self::assertSame([['to' => 'facilitators', 'people' => 2]], array_column($this->list('zohra'), 'bulk'));
	}

	public function testWhoCannotWrite(): void {
		$this->account('noe');
		self::assertSame('no_card', $this->writing('noe')['obstacle']);
		self::assertSame('no_card', $this->send('noe', 'facilitators', status: 422)['error']);
		$this->setStatus('linh', 'paused');
		self::assertSame('card_hidden', $this->writing('linh')['obstacle']);
		self::assertSame('card_hidden', $this->send('linh', status: 422)['error']);
		self::assertSame(1, $this->writing('odile')['people']);
		$this->setStatus('yamina', 'paused');
		self::assertSame('nobody_else', $this->writing('odile')['obstacle']);
		self::assertSame('nobody_else', $this->send('odile', status: 422)['error']);
		$this->setStatus('odile', 'paused');
		self::assertSame('nobody_facilitates', $this->writing('zohra')['obstacle']);
		self::assertSame('nobody_facilitates', $this->send('zohra', 'facilitators', status: 422)['error']);
		self::assertSame(404, $this->ask('GET', '/groups/999999/writing', 'odile')->status);
		self::assertSame(404, $this->ask('POST', '/groups/999999/conversations', 'odile', ['text' => 'Bonjour', 'to' => 'people', 'key' => 'key-unknown'])->status);
		self::assertSame([], $this->list('odile'));
	}

	private function setStatus(string $uid, string $status): void {
		$version = $this->data('GET', '/members/me', $uid)['version'];
		$this->data('PUT', "/members/{$this->cards[$uid]['id']}/status", $uid, ['status' => $status, 'version' => $version]);
	}

	public function testSentTwiceItIsOne(): void {
		$first = $this->send('odile', key: 'the-same-key');
		self::assertSame($first, $this->send('odile', key: 'the-same-key'));
		self::assertCount(1, $this->data('GET', "/conversations/{$this->list('linh')[0]['id']}", 'linh')['messages']);
		self::assertCount(1, array_filter($this->mailed('linh'), static fn (array $mail): bool => $mail['subject'] === 'Odile vous a écrit'));
		// The keys of others, and of other groups, are others.
		$this->send('linh', key: 'the-same-key');
		self::assertCount(2, $this->data('GET', "/conversations/{$this->list('odile')[0]['id']}", 'odile')['messages']);
	}

	public function testWhatTheyChoseForOthersDoesNotKeepTheGroupOut(): void {
		$this->data('PUT', '/writing', 'yamina', ['writers' => 'nobody']);
		self::assertSame(2, $this->send('odile')['people']);
		$conversation = $this->list('yamina')[0]['id'];
		// But only people this person accepts can write to them again.
		$this->assertRefused(422, 'only_facilitators', 'POST', "/conversations/$conversation/messages", 'odile', ['text' => 'Et vous ?', 'key' => 'key-alone-01']);
		$this->data('POST', "/conversations/$conversation/messages", 'yamina', ['text' => 'Oui ?', 'key' => 'key-alone-02'], 201);
		$this->data('POST', "/conversations/$conversation/messages", 'odile', ['text' => 'Merci.', 'key' => 'key-alone-03'], 201);
	}

	public function testAStoppedConversationLeavesItsPersonOut(): void {
		$this->send('odile');
		$conversation = $this->list('yamina')[0]['id'];
		$this->data('PUT', "/conversations/$conversation/report", 'yamina', ['reported' => true]);
		$this->data('PUT', "/conversations/$conversation/state", 'nadege', ['state' => 'stopped']);
		self::assertSame(1, $this->writing('odile')['people']);
		self::assertSame(1, $this->send('odile')['people']);
		self::assertCount(1, $this->data('GET', "/conversations/$conversation", 'yamina')['messages']);
		// A closed one is left as it is: the message begins another.
		$with = $this->list('linh')[0]['id'];
		$this->data('PUT', "/conversations/$with/state", 'linh', ['state' => 'closed']);
		$this->send('odile');
		self::assertSame(['open', 'closed'], array_column($this->list('linh'), 'state'));
	}

	public function testKeptCardsGoToTheirKeeperInOneMail(): void {
		$this->kept('Jeanne Bru');
		$this->kept('Aimé Roux');
		self::assertSame(['to' => 'people', 'people' => 4, 'kept' => 0, 'obstacle' => null], $this->writing('odile'));
		$before = count($this->mailed('peire'));
		self::assertSame(4, $this->send('odile')['people']);
		$mails = array_slice($this->mailed('peire'), $before);
		self::assertCount(1, $mails);
		self::assertSame('Odile a écrit à des personnes dont vous tenez la fiche', $mails[0]['subject']);
		self::assertStringContainsString('Aimé Roux, Jeanne Bru', $mails[0]['plain']);
		self::assertCount(2, array_filter($this->notified('peire'), static fn (string $one): bool => str_contains($one, 'whose card you keep')));
		self::assertSame(['Jeanne Bru', 'Aimé Roux'], array_map(static fn (array $one): string => $one['for']['name'], $this->list('peire')));
		self::assertSame([null, null], array_column($this->list('peire'), 'bulk'));

		// Peire in the group: their own message, and no mail to themselves for the people they keep.
		$this->comeIn('peire');
		self::assertSame(['to' => 'people', 'people' => 3, 'kept' => 2, 'obstacle' => null], $this->writing('peire'));
		$this->send('peire', text: 'Je passe la main.');
		self::assertCount($before + 1, $this->mailed('peire'));
		$this->send('linh', text: 'À samedi.');
		$mails = array_slice($this->mailed('peire'), $before + 1);
		self::assertCount(1, $mails);
		self::assertSame('Linh vous a écrit', $mails[0]['subject']);
		self::assertStringContainsString('Aimé Roux, Jeanne Bru', $mails[0]['plain']);
	}

	public function testALargeGroupGetsItsMailsByAJob(): void {
		$this->crowd(14);
		$before = count($this->kernel->mails());
		self::assertSame(16, $this->send('odile')['people']);
		self::assertCount($before + 10, $this->kernel->mails());
		// What waits is not called lost, unless no job comes.
		$each = $this->data('GET', "/conversations/{$this->list('odile')[0]['id']}/bulk", 'odile');
		self::assertCount(16, $each);
		$undelivered = fn (): array => array_values(array_filter(array_map(fn (array $one): ?string => $this->data('GET', "/conversations/{$one['id']}", 'odile')['messages'][0]['undelivered'], $each)));
		self::assertSame([], $undelivered());
		$this->kernel->clock->stopAt(time() + 7 * 3600);
		self::assertSame(array_fill(0, 6, 'both'), $undelivered());
		$this->kernel->runJob(BulkJob::class);
		self::assertSame([], $undelivered());
		self::assertCount($before + 16, $this->kernel->mails());
		self::assertCount(16, array_unique(array_map(static fn (array $mail): string => (string)array_key_first($mail['to']), array_slice($this->kernel->mails(), $before))));
		$this->kernel->runJob(BulkJob::class);
		self::assertCount($before + 16, $this->kernel->mails());
		self::assertSame(['delivered' => 16], $this->deliveries());
	}

	/** @return array<string, int> */
	private function deliveries(): array {
		return array_count_values(array_column($this->kernel->get(IDBConnection::class)->executeQuery('SELECT delivery FROM `*PREFIX*reseau_messages`')->fetchAll(), 'delivery'));
	}

	public function testWhatAJobLeftInTheMiddleIsNotSentTwice(): void {
		$this->crowd(10);
		$this->send('odile');
		$db = $this->kernel->get(IDBConnection::class);
		$db->executeStatement("UPDATE `*PREFIX*reseau_messages` SET delivery = ? WHERE delivery = ?", [Message::SENDING, Message::WAITING]);
		$before = count($this->kernel->mails());
		$this->kernel->runJob(BulkJob::class);
		self::assertCount($before, $this->kernel->mails());
	}

	public function testPagesHoldOneRowForEachMessage(): void {
		$this->crowd(34);
		$this->data('POST', "/members/{$this->cards['zohra']['id']}/conversations", 'odile', ['text' => 'Bonjour', 'key' => 'key-to-zohra'], 201);
		$this->send('odile', text: 'Un');
		$this->data('POST', "/members/{$this->cards['peire']['id']}/conversations", 'odile', ['text' => 'Bonjour', 'key' => 'key-to-peire'], 201);
		$page = $this->data('GET', '/conversations', 'odile');
		self::assertSame([null, ['to' => 'people', 'people' => 36], null], array_column($page['conversations'], 'bulk'));
		self::assertNull($page['next']);
		// The conversation that represents the others is answered: another takes its place.
		$row = $page['conversations'][1];
		$uid = $row['with'][0]['uid'];
		$this->data('POST', "/conversations/{$row['id']}/messages", $uid, ['text' => 'Entendu.', 'key' => 'key-answered'], 201);
		$page = $this->data('GET', '/conversations', 'odile');
		self::assertSame([null, null, ['to' => 'people', 'people' => 36], null], array_column($page['conversations'], 'bulk'));
		self::assertCount(35, $this->data('GET', "/conversations/{$page['conversations'][2]['id']}/bulk", 'odile'));
		self::assertCount(35, $this->data('GET', "/conversations/{$row['id']}/bulk", 'odile'));
		foreach (range(1, 2) as $n) {
			$this->send('odile', text: "Encore $n");
		}
		self::assertSame([['to' => 'people', 'people' => 36], null, null], array_column($this->data('GET', '/conversations', 'odile')['conversations'], 'bulk'));
	}

	public function testLinksAreForPeopleWhoWereLetIn(): void {
		$link = 'Le compte rendu : https://example.org/notes';
		self::assertSame('links_too_early', $this->send('zohra', 'facilitators', $link, status: 422)['error']);
		$this->send('linh', text: $link);
		$this->data('PUT', "/groups/$this->group", 'odile', ['version' => $this->seen('odile')['version'], 'join' => 'open']);
		self::assertSame('links_too_early', $this->send('linh', text: $link, status: 422)['error']);
		$this->send('odile', text: $link);
	}

	public function testHowOften(): void {
		$this->kernel->config['ratelimit.protection.enabled'] = true;
		foreach (range(1, 3) as $n) {
			$this->send('linh', text: "Message $n", key: "linh-key-$n");
		}
		self::assertSame('enough_group_messages', $this->send('linh', status: 429)['error']);
		// What was sent is answered as before.
		self::assertSame(2, $this->send('linh', key: 'linh-key-1')['people']);
		foreach (range(1, 4) as $n) {
			$this->send('odile', text: "Message $n");
		}
		// One message to a group is one of the conversations a person begins.
		foreach (range(1, 3) as $n) {
			$this->send('zohra', 'facilitators', "Question $n");
		}
		self::assertSame('enough_group_messages', $this->send('zohra', 'facilitators', status: 429)['error']);
	}

	public function testBadInput(): void {
		foreach (['text_missing' => ['text' => '  '], 'too_long' => ['text' => str_repeat('a', 4001)], 'bad_key' => ['key' => 'short'], 'wrong_type' => ['key' => 7], 'group_changed' => ['to' => ['people']]] as $reason => $bad) {
			$reply = $this->ask('POST', "/groups/$this->group/conversations", 'odile', $bad + ['text' => 'Bonjour', 'to' => 'people', 'key' => 'key-00000000']);
			self::assertSame([$reason === 'group_changed' ? 422 : 400, $reason], [$reply->status, $reply->data()['error']], $reply->body);
		}
		self::assertSame([], $this->list('odile'));
	}

	public function testTheGroupGoesAndTheConversationsStay(): void {
		$this->send('odile');
		$this->data('PUT', "/groups/$this->group/status", 'odile', ['status' => 'closed', 'version' => $this->seen('odile')['version']]);
		$this->data('DELETE', "/groups/$this->group", 'odile');
		$row = $this->list('odile')[0];
		self::assertSame([null, ['to' => 'people', 'people' => 2]], [$row['about'], $row['bulk']]);
		$conversation = $this->data('GET', "/conversations/{$this->list('linh')[0]['id']}", 'linh');
		self::assertSame([null, 'people', null], [$conversation['about'], $conversation['messages'][0]['bulk'], $conversation['pause']]);
		self::assertContains('Odile wrote to you', $this->notified('linh'));
	}

	public function testItIsInThePersonalExport(): void {
		$this->send('odile');
		$export = $this->data('GET', "/members/{$this->cards['linh']['id']}/export", 'linh');
		self::assertSame(['Eau de pluie', 'people'], [$export['conversations'][0]['about'], $export['conversations'][0]['messages'][0]['bulk']]);
	}
}
