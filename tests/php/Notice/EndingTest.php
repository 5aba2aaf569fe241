<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Notice;

use OCA\Reseau\Integration\NoticesJob;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Kernel\Reply;

/** Before a notice ends its author is asked, once, and answers without logging in; then it ends, and can be renewed. */
#[Group('databases')]
class EndingTest extends NoticeTestCase {
	private function runJob(): void {
		$this->kernel->runJob(NoticesJob::class);
	}

	/** @return list<array<string, mixed>> */
	private function mailed(string $who): array {
		return array_values(array_filter($this->kernel->mails(), static fn (array $mail): bool => isset($mail['to']["$who@example.org"])));
	}

	private function token(string $who): string {
		$mails = $this->mailed($who);
		self::assertSame(1, preg_match('~/notice/(\d+-\w{32})\b~', end($mails)['plain'] ?? '', $found));
		return $found[1];
	}

	/** @param ?array<string, string> $body */
	private function page(string $method, string $token, ?array $body = null): Reply {
		$this->kernel->resetLimits();
		return $this->kernel->request($method, "/index.php/apps/reseau/notice/$token", null, $body === null ? null : http_build_query($body), ['content-type' => 'application/x-www-form-urlencoded']);
	}

	/** @return array{int, string} number of a notice of Odile that ends in a week, and the token of the mail */
	private function ending(): array {
		$id = $this->publish('odile', ['text' => 'Pour les pommes.'])['id'];
		$this->days(53);
		$this->runJob();
		return [$id, $this->token('odile')];
	}

	public function testAskedOnceAndEnded(): void {
		$id = $this->publish('odile')['id'];
		$this->days(52);
		$this->runJob();
		self::assertSame([[], []], [$this->mailed('odile'), $this->notified('odile')]);
		$this->days(1);
		foreach (range(1, 3) as $_) {
			$this->runJob();
			$this->days(1);
		}
		self::assertCount(1, $this->mailed('odile'));
		self::assertStringContainsString('Un pressoir à prêter', $this->mailed('odile')[0]['subject']);
		self::assertSame(['The notice “Un pressoir à prêter” ends soon'], $this->notified('odile'));
		self::assertContains(['kind' => 'notice_ending', 'count' => 1], $this->data('GET', '/home', 'odile')['awaits']);
		self::assertNotContains('notice_ending', array_column($this->data('GET', '/home', 'zohra')['awaits'], 'kind'));
		$this->days(4);
		$this->runJob();
		self::assertSame('open', $this->read('zohra', $id)['state'], 'the last day belongs to it');
		$this->days(1);
		$this->runJob();
		self::assertSame('ended', $this->read('zohra', $id)['state']);
		self::assertSame([[], []], [$this->found('zohra'), $this->notified('odile')]);
		self::assertNotContains('notice_ending', array_column($this->data('GET', '/home', 'odile')['awaits'], 'kind'));
		$mine = $this->data('GET', '/notices/mine', 'odile')['notices'][0];
		self::assertSame(['ended', true], [$mine['state'], $this->read('odile', $id)['can']['renew']]);
		self::assertCount(1, $this->mailed('odile'));
		$this->data('POST', "/notices/$id/renewal", 'odile');
		$this->days(54);
		$this->runJob();
		self::assertCount(2, $this->mailed('odile'), 'asked again in the next period');
	}

	public function testThePageChangesNothingUntilAButtonIsPressed(): void {
		[$id, $token] = $this->ending();
		$page = $this->page('GET', $token);
		self::assertSame(200, $page->status);
		foreach (['Un pressoir à prêter', 'Pour les pommes.', 'value="renew"', 'value="close"', 'value="end"', 'method="post"'] as $shown) {
			self::assertStringContainsString($shown, $page->body);
		}
		self::assertStringNotContainsString('<script', $page->body);
		self::assertSame(200, $this->page('POST', $token, ['answer' => 'nothing'])->status);
		self::assertSame(['open', '2027-01-23'], [$this->read('odile', $id)['state'], $this->read('odile', $id)['until']]);
		self::assertSame(404, $this->page('GET', 'unknown')->status);
		self::assertSame(404, $this->page('GET', substr($token, 0, -1) . (str_ends_with($token, 'a') ? 'b' : 'a'))->status);
	}

	public function testRenewedWithoutLoggingIn(): void {
		[$id, $token] = $this->ending();
		self::assertSame(200, $this->page('POST', $token, ['answer' => 'renew'])->status);
		self::assertSame(['open', '2027-03-17'], [$this->read('odile', $id)['state'], $this->read('odile', $id)['until']]);
		self::assertSame([], $this->notified('odile'));
		self::assertSame([404, 404], [$this->page('GET', $token)->status, $this->page('POST', $token, ['answer' => 'end'])->status]);
		self::assertSame('open', $this->read('odile', $id)['state']);
	}

	public function testClosedWithoutLoggingIn(): void {
		[$id, $token] = $this->ending();
		self::assertStringContainsString('n’a pas été enregistrée', $this->page('POST', $token, ['answer' => 'close', 'outcome' => str_repeat('é', 2001)])->body);
		self::assertSame('open', $this->read('odile', $id)['state']);
		$this->page('POST', $token, ['answer' => 'close', 'outcome' => "Du jus.\r\nBeaucoup."]);
		self::assertSame(['done', "Du jus.\nBeaucoup."], [$this->read('odile', $id)['state'], $this->read('odile', $id)['outcome']]);
		self::assertSame(404, $this->page('GET', $token)->status);
	}

	public function testEndedWithoutLoggingIn(): void {
		[$id, $token] = $this->ending();
		$this->page('POST', $token, ['answer' => 'end']);
		self::assertSame('ended', $this->read('odile', $id)['state']);
	}

	public function testALinkStopsWorkingWhenTheNoticeChanges(): void {
		[$id, $token] = $this->ending();
		$this->setStatus('odile', 'odile', 'paused');
		self::assertSame(404, $this->page('GET', $token)->status);
		$this->setStatus('odile', 'odile', 'published');
		self::assertSame(200, $this->page('GET', $token)->status);
		$this->data('PUT', "/notices/$id", 'odile', ['version' => $this->read('odile', $id)['version'], 'text' => 'Pour les poires.']);
		self::assertSame(404, $this->page('POST', $token, ['answer' => 'end'])->status);
		self::assertSame('open', $this->read('odile', $id)['state']);
		$this->runJob();
		self::assertCount(1, $this->mailed('odile'));
	}

	public function testMailDownIsTriedAgainAndNeverSentTwice(): void {
		$this->kernel->get(IUserManager::class)->get('odile')?->setEMailAddress('no address');
		$id = $this->publish('odile')['id'];
		$this->days(53);
		$this->runJob();
		self::assertSame([], $this->notified('odile'));
		$this->days(1);
		$this->kernel->get(IUserManager::class)->get('odile')?->setEMailAddress('odile@example.org');
		$this->runJob();
		$this->runJob();
		self::assertCount(1, $this->mailed('odile'));
		self::assertSame(200, $this->page('GET', $this->token('odile'))->status);
		self::assertSame('open', $this->read('odile', $id)['state']);
	}

	public function testWithoutAnAddressANotificationIsEnough(): void {
		$this->kernel->get(IUserManager::class)->get('odile')?->setEMailAddress('');
		$this->publish('odile');
		$this->days(53);
		$this->runJob();
		self::assertSame(['The notice “Un pressoir à prêter” ends soon'], $this->notified('odile'));
	}

	public function testForAFewDaysNobodyIsAsked(): void {
		$this->publish('odile', ['until' => '2026-11-30']);
		$this->days(2);
		$this->runJob();
		self::assertSame([[], []], [$this->mailed('odile'), $this->notified('odile')]);
	}

	public function testAKeptCardIsAskedOfItsKeeperAndTheLinkFollowsTheCard(): void {
		$id = $this->publish('peire', ['memberId' => $this->cards['jeanne']])['id'];
		$this->days(53);
		$this->runJob();
		$token = $this->token('peire');
		self::assertSame(['The notice “Un pressoir à prêter” ends soon'], $this->notified('peire'));
		$this->data('PUT', "/members/{$this->cards['jeanne']}/steward", 'peire', ['uid' => null]);
		self::assertSame(404, $this->page('POST', $token, ['answer' => 'end'])->status);
		self::assertSame([], $this->notified('peire'));
		self::assertTrue($this->read('fanny', $id)['mine']);
		self::assertFalse($this->read('peire', $id)['mine']);
	}

	public function testAPersonWithoutAnAccountWhoAgreedByMailIsAskedThemselves(): void {
		$berthe = $this->data('POST', '/members', 'peire', ['name' => 'Berthe Fournil', 'contact' => ['email' => 'berthe@example.org']], 201)['id'];
		$this->data('POST', "/members/$berthe/consent-mail", 'peire', null, 201);
		preg_match('~/consent/(\w+)~', $this->mailed('berthe')[0]['plain'], $found);
		$this->kernel->request('POST', "/index.php/apps/reseau/consent/$found[1]", null, 'answer=accept&version=1', ['content-type' => 'application/x-www-form-urlencoded']);
		$id = $this->publish('peire', ['memberId' => $berthe, 'title' => 'Un four à pain'])['id'];
		$this->days(53);
		$this->runJob();
		self::assertSame([], $this->mailed('peire'));
		self::assertSame(['The notice “Un four à pain” ends soon', 'Berthe Fournil agreed to the card you keep'], $this->notified('peire'));
		$this->page('POST', $this->token('berthe'), ['answer' => 'renew']);
		self::assertSame('2027-03-17', $this->read('peire', $id)['until']);
		self::assertSame(['Berthe Fournil agreed to the card you keep'], $this->notified('peire'));
	}
}
