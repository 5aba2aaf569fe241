<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Minutes;

use OCA\Reseau\Member\Asking\AnswerConsent;
use OCA\Reseau\Member\Card\MemberMapper;
use OCA\Reseau\Member\Consent\Consent;
use OCA\Reseau\Member\Consent\ConsentMapper;
use OCA\Reseau\Tests\NetworkTestCase;
use Sandbox\Kernel\Reply;

/** A person with a kept card joins a group by the link of a mail: what becomes of their card, their consent and the links they have. */
class AcceptByMailTest extends NetworkTestCase {
	private const ADDRESS = 'berthe@example.org';

	private int $card;

	private int $group;

	protected function setUp(): void {
		parent::setUp();
		$this->account('odile');
		$this->card('odile');
		$this->card = $this->data('POST', '/members', 'odile', ['name' => 'Berthe Fournil', 'drives' => 'La laine', 'contact' => ['email' => self::ADDRESS]], 201)['id'];
		$this->group = $this->data('POST', '/groups', 'odile', ['title' => 'Eau de pluie', 'purpose' => ''], 201)['id'];
	}

	public function testADraftIsPublishedWithOneConsent(): void {
		self::assertSame(303, $this->accept($this->invited())->status);
		self::assertSame('published', $this->kept()['status']);
		self::assertSame([['card', '1', Consent::BY_LINK, null], ['engagement', (string)$this->group, Consent::BY_LINK, null]], $this->consents());
	}

	public function testAConsentOnPaperIsNotAskedForAgain(): void {
		$this->data('POST', "/members/$this->card/consent", 'odile', ['date' => '2026-11-20', 'how' => 'Sur papier']);
		$this->data('PUT', "/members/$this->card/status", 'odile', ['status' => 'published', 'version' => 1]);
		$before = $this->kept();
		$this->accept($this->invited(), $before['version']);
		self::assertSame([$before['version'], 'Sur papier'], [$this->kept()['version'], $this->kept()['consent']['how']]);
		self::assertSame(['card', 'engagement'], array_column($this->consents(), 0));
	}

	public function testAPausedCardIsShownAgainWithTheSameConsent(): void {
		$this->data('POST', "/members/$this->card/consent", 'odile', ['date' => '2026-11-20', 'how' => 'Sur papier']);
		$version = $this->data('PUT', "/members/$this->card/status", 'odile', ['status' => 'published', 'version' => 1])['version'];
		$token = $this->invited();
		$version = $this->data('PUT', "/members/$this->card/status", 'odile', ['status' => 'paused', 'version' => $version])['version'];
		self::assertSame(303, $this->accept($token, $version)->status);
		self::assertSame(['published', 'Sur papier'], [$this->kept()['status'], $this->kept()['consent']['how']]);
		self::assertSame(['card', 'engagement'], array_column($this->consents(), 0));
	}

	public function testTheLinkLeadsToTheCardFromThenOn(): void {
		$token = $this->invited();
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 3600);
		$this->accept($token);
		self::assertSame(['on' => '2026-11-24T13:00:00+00:00', 'until' => null, 'again' => false], $this->kept()['asked']);
		self::assertStringContainsString('La laine', $this->open($token)->body);
		// They are written to at the address they answered from.
		$answers = $this->kernel->get(AnswerConsent::class);
		$card = $this->kernel->get(MemberMapper::class)->findById($this->card);
		self::assertSame(self::ADDRESS, $answers->addressOf($card));
		$this->data('PUT', "/members/$this->card", 'odile', ['contact' => ['email' => 'ailleurs@example.org'], 'version' => $this->kept()['version']]);
		self::assertNull($answers->addressOf($this->kernel->get(MemberMapper::class)->findById($this->card)));
	}

	public function testAnUnansweredLinkToTheCardIsReplaced(): void {
		$this->data('POST', "/members/$this->card/consent-mail", 'odile', null, 201);
		$first = $this->token('consent');
		$token = $this->invited();
		$this->accept($token);
		self::assertSame([404, 200], [$this->open($first)->status, $this->open($token)->status]);
	}

	public function testALinkTheyHaveAnsweredStays(): void {
		$this->data('POST', "/members/$this->card/consent-mail", 'odile', null, 201);
		$first = $this->token('consent');
		$this->kernel->request('POST', "/index.php/apps/reseau/consent/$first", null, ['answer' => 'accept', 'version' => 1]);
		$token = $this->invited();
		$this->accept($token, $this->kept()['version']);
		self::assertSame([200, 404], [$this->open($first)->status, $this->open($token)->status]);
	}

	public function testACardChangedMeanwhileIsNotAgreedTo(): void {
		$token = $this->invited();
		$this->data('PUT', "/members/$this->card", 'odile', ['drives' => 'Le lin', 'version' => 1]);
		self::assertSame(200, $this->accept($token, 1)->status);
		self::assertSame(['draft', []], [$this->kept()['status'], $this->consents()]);
	}

	/** Asks by mail; answers the token of the link in it. */
	private function invited(): string {
		$person = ['key' => 'a', 'memberId' => $this->card];
		self::assertSame('mailed', $this->data('POST', "/groups/$this->group/asks", 'odile', ['people' => [$person]])['people'][0]['outcome']);
		return $this->token('ask');
	}

	private function token(string $page): string {
		$mails = $this->kernel->mails();
		self::assertSame(1, preg_match("~/$page/(\\w{32})\\b~", end($mails)['plain'], $found));
		return $found[1];
	}

	private function accept(string $token, int $version = 1): Reply {
		return $this->kernel->request('POST', "/index.php/apps/reseau/ask/$token", null, ['answer' => 'accept', 'version' => $version]);
	}

	private function open(string $token): Reply {
		return $this->followed($this->kernel->request('GET', "/index.php/apps/reseau/consent/$token"));
	}

	/** @return array<string, mixed> the card as its keeper sees it */
	private function kept(): array {
		return $this->data('GET', "/members/$this->card", 'odile');
	}

	/** @return list<array{string, ?string, string, ?string}> what, version, how and the author */
	private function consents(): array {
		return array_map(
			static fn ($one): array => [$one->getWhat(), $one->getVersion(), $one->getHow(), $one->getByUid()],
			$this->kernel->get(ConsentMapper::class)->findOf($this->card),
		);
	}
}
