<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Delivery;

use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Timing;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;

/** Each account chooses by kind, in the app and by the link of its mails. */
#[Group('databases')]
class ChoicesTest extends DeliveryTestCase {
	public function testAtMostOneMailADayIsUsual(): void {
		$choices = $this->data('GET', '/notified', 'odile');
		self::assertSame(['address' => true, 'choices' => ['message' => 'now', 'group' => 'now', 'calendar' => 'daily', 'engagement' => 'daily', 'introduction' => 'now', 'meeting' => 'daily', 'notice' => 'now', 'near' => 'daily', 'linked' => 'daily', 'kept' => 'now', 'still_true' => 'daily']], $choices);
	}

	public function testNowIsANotificationAndForMessagesAMail(): void {
		$this->write('linh', 'odile');
		self::assertSame([['Linh vous a écrit'], 1], [$this->bell('odile'), count($this->mailsTo('odile'))]);
		$this->morning();
		self::assertCount(1, $this->mailsTo('odile'));
	}

	public function testNeverIsNeither(): void {
		$this->choose('odile', Kind::Message, Timing::Never);
		$conversation = $this->write('linh', 'odile');
		$this->morning();
		self::assertSame([[], []], [$this->bell('odile'), $this->mailsTo('odile')]);
		self::assertTrue($this->data('GET', "/conversations/$conversation", 'odile')['unread']);
		self::assertNull($this->data('GET', "/conversations/$conversation", 'linh')['messages'][0]['undelivered'], 'its sender does not learn of it');
	}

	public function testWhatWaitsFollowsTheChoice(): void {
		$this->choose('odile', Kind::Message, Timing::Daily);
		$this->write('linh', 'odile');
		$this->choose('odile', Kind::Group, Timing::Never);
		self::assertCount(1, $this->waiting());
		$this->choose('odile', Kind::Message, Timing::Now);
		self::assertSame([['Linh vous a écrit'], []], [$this->bell('odile'), $this->waiting()]);
		$this->person('noe');
		$this->choose('odile', Kind::Message, Timing::Daily);
		$this->write('noe', 'odile');
		$this->choose('odile', Kind::Message, Timing::Never);
		self::assertSame([], $this->waiting());
	}

	public function testBadChoicesAreRefusedWithAReason(): void {
		foreach ([['unknown_kind', 'gossip', 'now'], ['unknown_kind', ['message'], 'now'], ['unknown_kind', null, null], ['unknown_timing', 'message', 'hourly'], ['unknown_timing', 'message', 1], ['unknown_kind', "mess\0age", 'now']] as [$reason, $kind, $timing]) {
			$this->assertRefused(400, $reason, 'PUT', '/notified', 'odile', ['kind' => $kind, 'timing' => $timing]);
		}
	}

	public function testALinkInTheMailTurnsItOffAndOnWithoutLoggingIn(): void {
		$this->choose('odile', Kind::Message, Timing::Daily);
		$this->write('linh', 'odile');
		$this->morning();
		$token = self::token($this->mailsTo('odile')[0]);
		$page = $this->page('GET', $token);
		self::assertStringContainsString('value="stop-message"', $page);
		self::assertStringNotContainsString('Odile', $page);
		self::assertSame('daily', $this->data('GET', '/notified', 'odile')['choices']['message'], 'opening it changes nothing');
		self::assertStringContainsString('value="again-message"', $this->page('POST', $token, 'stop-message'));
		$choices = $this->data('GET', '/notified', 'odile')['choices'];
		self::assertSame(['never', 'daily'], [$choices['message'], $choices['linked']]);
		$this->page('POST', $token, 'again-message');
		self::assertSame('daily', $this->data('GET', '/notified', 'odile')['choices']['message']);
		$page = $this->page('POST', $token, 'stop-all');
		self::assertStringContainsString('Vous ne recevez pas de courriel du jour.', $page);
		$choices = $this->data('GET', '/notified', 'odile')['choices'];
		self::assertNotContains('daily', $choices);
		self::assertSame('now', $choices['group'], 'what is no mail stays');
		// Pressed twice, or something that no button says.
		foreach (['stop-all', 'again-all', 'stop-gossip', 'stop', ''] as $answer) {
			$this->page('POST', $token, $answer);
			self::assertSame($choices, $this->data('GET', '/notified', 'odile')['choices'], $answer);
		}
	}

	public function testALinkEndsWithTheAddressAndTheAccount(): void {
		$this->choose('odile', Kind::Message, Timing::Daily);
		$this->write('linh', 'odile');
		$this->morning();
		$token = self::token($this->mailsTo('odile')[0]);
		$odile = $this->kernel->get(IUserManager::class)->get('odile');
		$odile?->setEMailAddress('autre@example.org');
		self::assertSame(404, $this->kernel->request('GET', "/index.php/apps/reseau/mails/$token")->status);
		$odile?->setEMailAddress('odile@example.org');
		$this->page('GET', $token);
		$odile?->delete();
		foreach (['GET', 'POST'] as $method) {
			self::assertSame(404, $this->kernel->request($method, "/index.php/apps/reseau/mails/$token")->status);
		}
	}

	private function page(string $method, string $token, string $answer = ''): string {
		$reply = $this->kernel->request($method, "/index.php/apps/reseau/mails/$token", null, $method === 'GET' ? null : "answer=$answer", ['content-type' => 'application/x-www-form-urlencoded']);
		self::assertSame(200, $reply->status, (string)$reply->error);
		return $reply->body;
	}
}
