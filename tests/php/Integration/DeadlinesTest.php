<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use Closure;
use OCA\Reseau\Integration\DeleteExpired;
use OCA\Reseau\Integration\IntroductionsJob;
use OCA\Reseau\Matching\Introduction;
use OCA\Reseau\Member\Token\InvitationMapper;
use OCA\Reseau\Message\Message;
use OCA\Reseau\Tests\Library\LibraryTestCase;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\DataProvider;
use RuntimeException;

/** What lasts for a while lasts until its last second, and no second longer: what the pages promise holds to the second. */
class DeadlinesTest extends LibraryTestCase {
	private const DAY = 86_400;

	/** Berthe Fournil has no account: Linh keeps her card. */
	private int $berthe;

	protected function setUp(): void {
		parent::setUp();
		$this->berthe = $this->data('POST', '/members', 'linh', ['name' => 'Berthe Fournil', 'contact' => ['email' => 'berthe@example.org']], 201)['id'];
	}

	/** @return iterable<string, array{string, int}> a method that begins it and answers how to see whether it lasts, and the seconds it lasts */
	public static function deadlines(): iterable {
		yield 'the link of a mail that asks for consent' => ['consentLink', 30 * self::DAY];
		yield 'its address is not asked again' => ['askedForConsent', 7 * self::DAY];
		yield 'its link is kept by the daily job' => ['consentKept', 30 * self::DAY];
		yield 'a link to take a card over' => ['claimLink', 30 * self::DAY];
		yield 'a link to take a card over is kept by the daily job' => ['claimKept', 30 * self::DAY];
		yield 'the link of a mail that asks to sign' => ['signLink', 30 * self::DAY];
		yield 'its address is not asked to sign again' => ['askedToSign', 30 * self::DAY];
		yield 'the link of a mail that asks to join a group' => ['joinLink', 30 * self::DAY];
		yield 'its address is not asked to join again' => ['askedToJoin', 30 * self::DAY];
		yield 'a mail to join a group is not sent again' => ['joinAgainTooEarly', 7 * self::DAY - 1];
		yield 'a mail to join a group can be sent again while a week is left' => ['joinAgain', 23 * self::DAY];
		yield 'the lease of a person who makes a group' => ['lease', 119];
		yield 'a proposal to meet' => ['proposal', 28 * self::DAY];
		yield 'a proposal to meet is kept by the daily job' => ['proposalKept', 28 * self::DAY];
		yield 'an import can be taken up again' => ['import', 30 * self::DAY];
	}

	#[DataProvider('deadlines')]
	public function testItLastsToItsLastSecond(string $begin, int $seconds): void {
		$lasts = $this->$begin();
		$now = $this->kernel->clock->getTime();
		self::assertTrue($lasts(), 'at once');
		$this->kernel->clock->stopAt($now + $seconds);
		self::assertTrue($lasts(), 'in its last second');
		$this->kernel->clock->stopAt($now + $seconds + 1);
		self::assertFalse($lasts(), 'a second later');
	}

	public function testWhatCannotBeDeletedDoesNotKeepTheRest(): void {
		$this->claimKept();
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 30 * self::DAY + 1);
		$this->kernel->runJob(DeleteExpired::class, [new class() extends InvitationMapper {
			public function __construct() {
			}

			public function deleteExpired(int $time): void {
				throw new RuntimeException('berthe@example.org');
			}
		}]);
		self::assertSame(0, $this->rows('reseau_claims'));
		self::assertStringContainsString('Could not delete what has expired', $this->kernel->log());
		self::assertStringNotContainsString('berthe@example.org', $this->kernel->log());
	}

	public function testAMessageOnItsWayHasFailedAfterTenMinutes(): void {
		$message = new Message();
		$message->setDelivery(Message::SENDING);
		$message->setTriedAt(1000);
		self::assertSame([null, null, Message::NEITHER], [$message->undelivered(1000), $message->undelivered(1600), $message->undelivered(1601)]);
	}

	private function consentLink(): Closure {
		$this->data('POST', "/members/$this->berthe/consent-mail", 'linh', null, 201);
		return $this->opens('consent');
	}

	private function askedForConsent(): Closure {
		$this->data('POST', "/members/$this->berthe/consent-mail", 'linh', null, 201);
		return function (): bool {
			$again = $this->data('GET', "/members/$this->berthe", 'linh')['asked']['again'];
			self::assertSame($again ? 201 : 409, $this->ask('POST', "/members/$this->berthe/consent-mail", 'linh')->status);
			return !$again;
		};
	}

	private function consentKept(): Closure {
		$this->data('POST', "/members/$this->berthe/consent-mail", 'linh', null, 201);
		return $this->keptIn('reseau_invitations');
	}

	private function claimLink(): Closure {
		$url = $this->data('POST', "/members/$this->berthe/claim-link", 'linh', [], 201)['url'];
		return $this->isThere('/claims/' . basename($url), 'odile');
	}

	private function claimKept(): Closure {
		$this->data('POST', "/members/$this->berthe/claim-link", 'linh', [], 201);
		return $this->keptIn('reseau_claims');
	}

	private function signLink(): Closure {
		$this->askToSign();
		return $this->opens('sign');
	}

	private function askedToSign(): Closure {
		$file = $this->askToSign();
		return fn (): bool => $this->ask('POST', "/sheets/$file/signatures/mail", 'romain', self::signer())->status === 409;
	}

	private function joinLink(): Closure {
		$this->askToJoin();
		return $this->opens('ask');
	}

	private function askedToJoin(): Closure {
		$group = $this->askToJoin();
		return fn (): bool => $this->join($group) === 'asked_already';
	}

	private function joinAgainTooEarly(): Closure {
		$group = $this->askToJoin();
		return fn (): bool => !$this->data('GET', "/groups/$group/asks", 'odile')[0]['can']['again'];
	}

	private function joinAgain(): Closure {
		$group = $this->askToJoin();
		$now = $this->kernel->clock->getTime();
		return fn (): bool => $this->kernel->clock->getTime() === $now || $this->data('GET', "/groups/$group/asks", 'odile')[0]['can']['again'];
	}

	private function lease(): Closure {
		$group = $this->data('POST', '/groups', 'odile', ['title' => 'Eau de pluie', 'purpose' => ''], 201)['id'];
		$this->data('POST', "/groups/$group/making/lease", 'odile', ['runner' => 'first']);
		return fn (): bool => $this->data('GET', "/groups/$group", 'odile')['making']['running'];
	}

	private function proposal(): Closure {
		$this->data('POST', "/matches/{$this->cards['linh']['id']}/introduction", 'odile', ['mediated' => false], 201);
		return fn (): bool => $this->data('GET', '/introductions', 'linh')['introductions'] !== [];
	}

	private function proposalKept(): Closure {
		$this->proposal();
		return function (): bool {
			$this->kernel->runJob(IntroductionsJob::class);
			return $this->rows('reseau_introductions') > 0;
		};
	}

	private function import(): Closure {
		$this->data('POST', '/imports', 'romain', ['hash' => str_repeat('a', 64), 'total' => 1, 'mapping' => '', 'answers' => ''], 201);
		return function (): bool {
			$this->kernel->runJob(DeleteExpired::class);
			return $this->data('GET', '/imports', 'romain')[0]['state'] === 'running';
		};
	}

	private function opens(string $page): Closure {
		$mails = $this->kernel->mails();
		self::assertSame(1, preg_match("~/$page/(\\w+)~", end($mails)['plain'], $found));
		return fn (): bool => $this->kernel->request('GET', "/index.php/apps/reseau/$page/$found[1]")->status === 200;
	}

	private function isThere(string $path, string $uid): Closure {
		return fn (): bool => $this->ask('GET', $path, $uid)->status === 200;
	}

	private function keptIn(string $table): Closure {
		return function () use ($table): bool {
			$this->kernel->runJob(DeleteExpired::class);
			return $this->rows($table) > 0;
		};
	}

	private function rows(string $table): int {
		return (int)$this->kernel->get(IDBConnection::class)->executeQuery("SELECT COUNT(*) FROM *PREFIX*$table")->fetchOne();
	}

	/** @return array{name: string, email: string} */
	private static function signer(): array {
		return ['name' => 'Paul Courriel', 'email' => 'paul@example.org'];
	}

	private function askToSign(): int {
		$file = $this->file('eau.md', 'Pour l’eau.');
		$this->published($file, ['kind' => 'manifesto', 'title' => 'Manifeste']);
		$this->data('POST', "/sheets/$file/signatures/mail", 'romain', self::signer(), 201);
		return $file;
	}

	private function askToJoin(): int {
		$group = $this->data('POST', '/groups', 'odile', ['title' => 'Eau de pluie', 'purpose' => ''], 201)['id'];
		self::assertSame('mailed', $this->join($group));
		return $group;
	}

	private function join(int $group): string {
		$person = ['key' => 'a', 'name' => 'Sans Compte', 'email' => 'sans.compte@example.org'];
		return $this->data('POST', "/groups/$group/asks", 'odile', ['people' => [$person]])['people'][0]['outcome'];
	}
}
