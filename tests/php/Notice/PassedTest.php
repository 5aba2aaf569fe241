<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Notice;

use Closure;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Notice\Notices;
use OCA\Reseau\Notice\PassedLinks;
use OCA\Reseau\Notice\PassNotice;
use OCA\Reseau\Shared\Mail\Outbox;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Tests\Delivery\FaultyMailer;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;
use Psr\Log\LoggerInterface;
use ReflectionProperty;
use Sandbox\Kernel\Reply;
use Sandbox\Service\Mailer;

/** A person without an account gets a notice by mail from the keeper of their card, and answers by the link in it. */
#[Group('databases')]
class PassedTest extends NoticeTestCase {
	private int $notice;

	protected function setUp(): void {
		parent::setUp();
		$this->cards['berthe'] = $this->data('POST', '/members', 'peire', ['name' => 'Berthe Fournil', 'contact' => ['email' => 'berthe@example.org']], 201)['id'];
		$this->data('POST', "/members/{$this->cards['berthe']}/consent-mail", 'peire', null, 201);
		$this->page('POST', 'consent/' . $this->token('consent'), ['answer' => 'accept', 'version' => '1']);
		$this->notice = $this->publish('odile', ['text' => "Il presse cent kilos.\nÀ voir sur pressoir.example.org", 'mode' => 'loan'])['id'];
	}

	/** @return array<string, mixed> */
	private function state(?int $notice = null, string $person = 'berthe', string $uid = 'peire', int $status = 200): array {
		return $this->data('GET', "/members/{$this->cards[$person]}/notices/" . ($notice ?? $this->notice), $uid, [], $status);
	}

	/** @return array<string, mixed> */
	private function pass(?int $notice = null, int $status = 201, ?string $seen = null): array {
		return $this->data('POST', "/members/{$this->cards['berthe']}/notices/" . ($notice ?? $this->notice), 'peire', ['seen' => $seen ?? $this->state($notice)['mail']['seen'] ?? ''], $status);
	}

	/** @return list<array<string, mixed>> mails to Berthe */
	private function mailed(): array {
		return array_values(array_filter($this->kernel->mails(), static fn (array $mail): bool => isset($mail['to']['berthe@example.org'])));
	}

	private function token(string $page): string {
		$mails = $this->mailed();
		self::assertSame(1, preg_match("~/$page/(\\w{32})\\b~", end($mails)['plain'] ?? '', $found));
		return $found[1];
	}

	/** @param ?array<string, string> $body */
	private function page(string $method, string $path, ?array $body = null): Reply {
		$this->kernel->resetLimits();
		return $this->kernel->request($method, "/index.php/apps/reseau/$path", null, $body === null ? null : http_build_query($body), ['content-type' => 'application/x-www-form-urlencoded']);
	}

	/** What the page says, with ordinary spaces. */
	private function says(string $method, string $path, ?array $body = null, int $status = 200): string {
		$page = $this->page($method, $path, $body);
		self::assertSame($status, $page->status, $page->body);
		self::assertStringNotContainsString('<script', $page->body);
		return html_entity_decode(str_replace("\u{a0}", ' ', $page->body), ENT_QUOTES);
	}

	private static function keyOf(string $page): string {
		self::assertSame(1, preg_match('~name="key" value="(\\w+)"~', $page, $found));
		return $found[1];
	}

	public function testSheGetsTheVeryMailAndAnswersOnAPage(): void {
		$shown = $this->state();
		self::assertSame([null, null, 'berthe@example.org', 'peire@example.org'], [$shown['obstacle'], $shown['sent'], $shown['mail']['to'], $shown['mail']['answerTo']]);
		$after = $this->pass();
		self::assertSame(['already_sent', '2026-11-24T12:00:00+00:00', null], [$after['obstacle'], $after['sent'], $after['mail']]);
		$mail = $this->mailed()[1];
		self::assertSame($shown['mail']['subject'], $mail['subject']);
		$token = $this->token('passed');
		$plain = preg_replace('~http\\S+/passed/\\w+~', '…', $mail['plain']);
		self::assertSame($shown['mail']['text'], trim((string)$plain));
		// No link that a person wrote, and nobody’s address.
		self::assertStringContainsString('À voir sur […]', $mail['plain']);
		self::assertStringNotContainsString('odile@example.org', json_encode($mail, JSON_THROW_ON_ERROR));
		$page = $this->says('GET', "passed/$token");
		foreach (['Un pressoir à prêter', 'Odile Marcenac', 'Il presse cent kilos.', '<textarea'] as $words) {
			self::assertStringContainsString($words, $page);
		}
		foreach ([1, 2] as $_) {
			$page = $this->says('POST', "passed/$token", ['answer' => 'send', 'text' => "Je viens.\r\nJeudi.", 'key' => self::keyOf($page)] + ['again' => (string)$_]);
			if ($_ === 1) {
				self::assertStringNotContainsString('<textarea', $page);
				self::assertSame(1, preg_match('~/reply/(\\w{32})~', $page, $reply));
				$page = 'name="key" value="' . substr(hash('sha256', "$token 0"), 0, 32) . '"';
			}
		}
		$threads = $this->data('GET', '/conversations', 'odile')['conversations'];
		self::assertCount(1, $threads);
		$thread = $this->data('GET', "/conversations/{$threads[0]['id']}", 'odile');
		self::assertSame([['Berthe Fournil', null, "Je viens.\nJeudi."]], array_map(static fn (array $message): array => [$message['from'], $message['by'], $message['text']], $thread['messages']));
		self::assertSame(['notice', $this->notice], [$thread['about']['type'], $thread['about']['id']]);
		self::assertSame(['Berthe Fournil wrote to you'], $this->notified('odile'));
		$this->data('POST', "/conversations/{$thread['id']}/messages", 'odile', ['text' => 'À jeudi !', 'key' => $this->key()], 201);
		self::assertSame($reply[1], $this->token('reply'));
		self::assertStringContainsString('À jeudi !', $this->says('GET', "reply/$reply[1]"));
		// Her keeper can read along.
		self::assertCount(2, $this->data('GET', "/conversations/{$thread['id']}", 'peire')['messages']);
	}

	public function testOpeningChangesNothing(): void {
		$this->pass();
		$token = $this->token('passed');
		$db = $this->kernel->get(IDBConnection::class);
		$written = $db->written;
		$this->says('GET', "passed/$token");
		$this->says('POST', "passed/$token");
		$this->says('POST', "passed/$token", ['answer' => 'nothing known']);
		$this->state();
		self::assertSame($written, $db->written);
	}

	public function testHerWordsAreGivenBack(): void {
		$this->pass();
		$token = $this->token('passed');
		$long = str_repeat('a', 4001);
		foreach ([[' ', 'écrivez d’abord quelque chose', null], [$long, 'plus longue que', $long], ["a\0b", 'caractères', null], ['Voyez sur berthe.example.org', 'lien', 'Voyez sur berthe.example.org']] as [$text, $sentence, $kept]) {
			$page = $this->says('POST', "passed/$token", ['answer' => 'send', 'text' => $text, 'key' => 'key-key-key']);
			self::assertStringContainsString($sentence, $page);
			self::assertStringContainsString($kept ?? '<textarea', $page);
		}
		self::assertSame([], $this->data('GET', '/conversations', 'odile')['conversations']);
		$this->data('POST', "/notices/$this->notice/end", 'odile');
		$page = $this->says('POST', "passed/$token", ['answer' => 'send', 'text' => 'Je viens jeudi.', 'key' => 'key-key-key']);
		self::assertStringContainsString('terminée', $page);
		self::assertStringContainsString('Je viens jeudi.', $page);
		self::assertStringNotContainsString('Il presse cent kilos.', $page);
		$this->data('DELETE', "/notices/$this->notice", 'odile');
		self::assertStringContainsString('Je viens jeudi.', $this->says('POST', "passed/$token", ['answer' => 'send', 'text' => 'Je viens jeudi.', 'key' => 'key-key-key'], 404));
		self::assertSame([], $this->data('GET', '/conversations', 'odile')['conversations']);
	}

	public function testSheWantsNoMoreOfThemAndChangesHerMind(): void {
		$this->pass();
		$first = $this->token('passed');
		$this->pass($this->publish('yamina')['id']);
		$second = $this->token('passed');
		self::assertStringContainsString('Vous ne recevrez plus d’annonces par courriel', $this->says('POST', "passed/$first", ['answer' => 'stop']));
		foreach ([$first, $second] as $token) {
			$page = $this->says('GET', "passed/$token");
			self::assertStringNotContainsString('pressoir', $page);
			self::assertStringContainsString('Je viens.', $this->says('POST', "passed/$token", ['answer' => 'send', 'text' => 'Je viens.', 'key' => 'key-key-key']));
		}
		$other = $this->publish('zohra')['id'];
		$this->days(8);
		self::assertSame('no_notices', $this->state($other)['obstacle']);
		self::assertSame('no_notices', $this->pass($other, 422, 'seen')['error']);
		// Another keeper neither.
		$this->data('PUT', "/members/{$this->cards['berthe']}/steward", 'peire', ['uid' => 'fanny']);
		self::assertSame('no_notices', $this->state($other, uid: 'fanny')['obstacle']);
		$export = $this->data('GET', "/members/{$this->cards['berthe']}/export", 'fanny');
		self::assertSame([false, 2], [$export['noticesByMail']['wanted'], count($export['noticesByMail']['got'])]);
		$this->says('POST', "passed/$second", ['answer' => 'again']);
		self::assertNull($this->state($other, uid: 'fanny')['obstacle']);
		self::assertSame([], $this->data('GET', '/conversations', 'odile')['conversations']);
	}

	public function testNobodyGetsItTwiceNorManyInAWeek(): void {
		$this->pass();
		self::assertSame('already_sent', $this->pass(status: 422, seen: 'seen')['error']);
		$this->pass($this->publish('odile', ['title' => 'Un alambic'])['id']);
		$third = $this->publish('odile', ['title' => 'Un four'])['id'];
		self::assertSame('enough_this_week', $this->pass($third, 422, 'seen')['error']);
		// The present keeper of the card.
		$this->data('PUT', "/members/{$this->cards['berthe']}/steward", 'peire', ['uid' => 'fanny']);
		self::assertSame(['enough_this_week', null], [$this->state($third, uid: 'fanny')['obstacle'], $this->state($third, uid: 'fanny')['sent']]);
		self::assertSame('already_sent', $this->state(uid: 'fanny')['obstacle']);
		$passed = fn (string $uid): array => $this->data('GET', "/notices/$this->notice/passed", $uid)['people'];
		self::assertSame([['id' => $this->cards['berthe'], 'sent' => '2026-11-24T12:00:00+00:00']], $passed('fanny'));
		// Neither her former keeper nor the author reads it.
		self::assertSame([[], []], [$passed('peire'), $passed('odile')]);
		$this->days(7);
		self::assertNull($this->state($third, uid: 'fanny')['obstacle']);
		self::assertCount(3, $this->mailed());
	}

	public function testWhatIsInTheWayIsSaid(): void {
		$obstacle = fn (int $notice, string $person = 'berthe'): ?string => $this->state($notice, $person)['obstacle'];
		self::assertSame('not_by_mail', $obstacle($this->notice, 'jeanne'));
		self::assertSame('own_notice', $obstacle($this->publish('peire', ['memberId' => $this->cards['berthe']])['id']));
		self::assertSame('kept_author', $obstacle($this->publish('peire', ['memberId' => $this->cards['jeanne']])['id']));
		self::assertNull($obstacle($this->publish('peire')['id']));
		$this->group('terre', ['id' => $this->cards['odile']], ['id' => $this->cards['peire']], ['id' => $this->cards['berthe']]);
		self::assertSame('notice_of_group', $obstacle($this->publish('odile', ['groupId' => (int)$this->groupId('terre'), 'audience' => 'group'])['id']));
		$this->setStatus('peire', 'berthe', 'paused');
		self::assertSame('card_hidden', $obstacle($this->notice));
		$this->setStatus('peire', 'berthe', 'published');
		$this->data('POST', "/notices/$this->notice/conversations", 'peire', ['text' => 'Pour Berthe.', 'key' => $this->key(), 'for' => $this->cards['berthe']], 201);
		self::assertSame('already_writing', $obstacle($this->notice));
		$this->data('POST', "/notices/$this->notice/end", 'odile');
		self::assertSame('notice_ended', $obstacle($this->notice));
		self::assertCount(1, $this->mailed());
	}

	public function testOnlyTheKeeperSends(): void {
		foreach (['odile' => 403, 'fanny' => 403] as $uid => $status) {
			$this->state(uid: $uid, status: $status);
			$this->data('POST', "/members/{$this->cards['berthe']}/notices/$this->notice", $uid, ['seen' => 'seen'], $status);
		}
		$this->state(person: 'peire', status: 422);
		$hidden = $this->publish('odile', ['groupId' => $this->group, 'audience' => 'group'])['id'];
		$this->state($hidden, status: 404);
		$this->state(999, status: 404);
	}

	public function testAMailThatChangedIsReadFirst(): void {
		$seen = $this->state()['mail']['seen'];
		$this->data('PUT', "/notices/$this->notice", 'odile', ['version' => 1, 'title' => 'Un grand pressoir']);
		self::assertSame('mail_changed', $this->pass(status: 409, seen: $seen)['error']);
		self::assertCount(1, $this->mailed());
		$this->pass();
		self::assertStringContainsString('Un grand pressoir', $this->mailed()[1]['subject']);
	}

	/** Sends it by a mail server of its own. */
	private function passBy(string $seen, bool $refuses, bool $throws = false, ?Closure $meanwhile = null): void {
		$this->data('GET', '/writing', 'peire');
		$folder = (new ReflectionProperty(Mailer::class, 'folder'))->getValue($this->kernel->get(Mailer::class));
		$mailer = new FaultyMailer($this->kernel, $folder, $refuses ? ['berthe@example.org'] : [], $throws, $meanwhile);
		$this->kernel->container()->set(Outbox::class, new Outbox($mailer, $this->kernel->get(IUserManager::class), $this->kernel->get(LoggerInterface::class)));
		$viewer = $this->kernel->get(Viewers::class)->of('peire');
		$this->kernel->get(PassNotice::class)->send($viewer, $this->cards['berthe'], $this->notice, $seen);
	}

	public function testAMailThatFailsWasNotSent(): void {
		$seen = $this->state()['mail']['seen'];
		foreach ([false, true] as $throws) {
			try {
				$this->passBy($seen, true, $throws);
				self::fail('It was sent');
			} catch (ReasonException $e) {
				self::assertSame('mail_failed', $e->reason);
			}
			self::assertSame([null, null], [$this->state()['sent'], $this->state()['obstacle']]);
		}
		// While a slow server works, it is not sent a second time.
		$this->passBy($seen, false, meanwhile: function () use ($seen): void {
			self::assertSame('already_sent', $this->pass(status: 422, seen: $seen)['error']);
		});
		self::assertCount(2, $this->mailed());
		$this->says('GET', 'passed/' . $this->token('passed'));
	}

	public function testTheLinkEndsWithTheAddressTheCardTheAccountAndTheAudience(): void {
		$this->pass();
		$token = $this->token('passed');
		$this->setStatus('peire', 'berthe', 'paused');
		$this->says('GET', "passed/$token", status: 404);
		$this->setStatus('peire', 'berthe', 'published');
		$this->says('GET', "passed/$token");
		$version = $this->data('GET', "/members/{$this->cards['berthe']}", 'peire')['version'];
		$this->data('PUT', "/members/{$this->cards['berthe']}", 'peire', ['version' => $version, 'contact' => ['email' => 'autre@example.org']]);
		$this->says('GET', "passed/$token", status: 404);
		$this->says('POST', "passed/$token", ['answer' => 'stop'], 404);
		$this->data('PUT', "/members/{$this->cards['berthe']}", 'peire', ['version' => $version + 1, 'contact' => ['email' => 'berthe@example.org']]);
		$this->says('GET', "passed/$token");
		$this->data('PUT', "/notices/$this->notice", 'odile', ['version' => 1, 'groupId' => $this->group, 'audience' => 'group']);
		$this->says('GET', "passed/$token", status: 404);
		$this->data('PUT', "/notices/$this->notice", 'odile', ['version' => 2, 'audience' => 'members']);
		$this->setStatus('odile', 'odile', 'paused');
		$page = $this->says('GET', "passed/$token");
		foreach (['pressoir', 'Odile'] as $hidden) {
			self::assertStringNotContainsString($hidden, $page);
		}
		$this->setStatus('odile', 'odile', 'published');
		$this->account('berthe');
		$claim = basename($this->data('POST', "/members/{$this->cards['berthe']}/claim-link", 'peire', [], 201)['url']);
		$this->data('POST', "/claims/$claim", 'berthe', []);
		$this->says('GET', "passed/$token", status: 404);
		self::assertSame('Un pressoir à prêter', $this->data('GET', "/members/{$this->cards['berthe']}/export", 'berthe')['noticesByMail']['got'][0]['title']);
		$this->data('DELETE', '/members/me', 'berthe');
		self::assertSame([], $this->kernel->get(IDBConnection::class)->executeQuery('SELECT id FROM `*PREFIX*reseau_passed_notices`')->fetchAll());
	}

	public function testTwoCardsBecomeOne(): void {
		$this->pass();
		$this->says('POST', 'passed/' . $this->token('passed'), ['answer' => 'stop']);
		$claim = basename($this->data('POST', "/members/{$this->cards['berthe']}/claim-link", 'peire', [], 201)['url']);
		$this->data('POST', "/claims/$claim", 'zohra', ['merge' => true]);
		$export = $this->data('GET', "/members/{$this->data('GET', '/members/me', 'zohra')['id']}/export", 'zohra')['noticesByMail'];
		self::assertSame([false, ['Un pressoir à prêter']], [$export['wanted'], array_column($export['got'], 'title')]);
	}

	public function testTheLetterCanUseTheSameLink(): void {
		$one = $this->kernel->get(Notices::class)->one($this->notice);
		$person = $this->kernel->get(People::class)->byId($this->cards['berthe']);
		[, $address, $token] = $this->kernel->get(PassedLinks::class)->of($one, $person);
		self::assertSame('berthe@example.org', $address);
		$this->says('GET', "passed/$token");
		// It is not yet a mail of its own.
		$this->pass();
		self::assertSame($token, $this->token('passed'));
		self::assertNull($this->kernel->get(PassedLinks::class)->of($one, $this->kernel->get(People::class)->byId($this->cards['jeanne'])));
		$rows = $this->kernel->get(IDBConnection::class)->executeQuery('SELECT * FROM `*PREFIX*reseau_passed_notices`')->fetchAll();
		self::assertCount(1, $rows);
		self::assertStringNotContainsString($token, json_encode($rows, JSON_THROW_ON_ERROR));
	}
}
