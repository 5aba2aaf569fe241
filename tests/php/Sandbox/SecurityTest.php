<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Sandbox;

use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use Sandbox\Kernel\Kernel;
use Sandbox\Kernel\Reply;
use Sandbox\Kernel\Session;

/** The sandbox refuses what Nextcloud refuses, so that a forgotten attribute of the app shows here. */
class SecurityTest extends TestCase {
	private const API = '/ocs/v2.php/apps/tiny/api/v1';

	private Kernel $kernel;

	protected function setUp(): void {
		$this->kernel = sandbox(__DIR__ . '/app');
		$this->kernel->createUser('odile', 'Odile');
		$this->kernel->createUser('root', 'Root', ['admin']);
	}

	public static function doors(): array {
		return [
			'without attributes, nobody' => ['GET', self::API . '/all', null, 401],
			'without attributes, an account' => ['GET', self::API . '/all', 'odile', 403],
			'without attributes, an administrator' => ['GET', self::API . '/all', 'root', 200],
			'for accounts, nobody' => ['GET', self::API . '/things/1', null, 401],
			'for accounts, an account' => ['GET', self::API . '/things/1', 'odile', 200],
			'public, nobody' => ['GET', self::API . '/secrets/right', null, 200],
			'page without attributes, an account' => ['POST', '/apps/tiny/administer', 'odile', 403],
			'no such endpoint' => ['GET', self::API . '/nothing', 'root', 404],
			'no such verb' => ['DELETE', self::API . '/all', 'root', 405],
		];
	}

	#[DataProvider('doors')]
	public function testAccessByRole(string $verb, string $path, ?string $uid, int $status): void {
		$reply = $this->kernel->request($verb, $path, $uid);
		self::assertSame($status, $reply->status);
	}

	public function testAnApiCallNeedsTheHeaderOrTheToken(): void {
		$without = ['OCS-APIRequest' => null];
		self::assertSame(412, $this->kernel->request('GET', self::API . '/things/1', 'odile', null, $without)->status);
		[$cookie, $token] = $this->logIn();
		$headers = $without + ['Cookie' => $cookie, 'requesttoken' => $token];
		self::assertSame(200, $this->kernel->request('GET', self::API . '/things/1', null, null, $headers)->status);
	}

	public function testAFormNeedsTheTokenOfItsSession(): void {
		[$cookie, $token] = $this->logIn();
		$write = fn (array $headers): int => $this->kernel->request('POST', '/apps/tiny/write', null, null, $headers)->status;
		self::assertSame(412, $write(['Cookie' => $cookie]));
		self::assertSame(412, $write(['Cookie' => $cookie, 'requesttoken' => $token . 'x']));
		self::assertSame(412, $write(['Cookie' => $cookie, 'requesttoken' => '']));
		self::assertSame(200, $write(['Cookie' => $cookie, 'requesttoken' => $token]));
		self::assertSame(303, $write(['requesttoken' => $token]));
		self::assertSame(200, $this->kernel->request('POST', '/apps/tiny/open')->status);
	}

	public function testBasicNamesTheAccountAndAWrongPasswordIsRefused(): void {
		$with = fn (string $password): Reply => $this->kernel->request('GET', self::API . '/things/1', null, null, [
			'Authorization' => 'Basic ' . base64_encode("odile:$password"),
		]);
		self::assertSame(200, $with('Cordee-2026-oc')->status);
		self::assertSame(401, $with('wrong')->status);
		self::assertSame(997, $with('wrong')->json()['ocs']['meta']['statuscode']);
	}

	public function testAPageSendsNobodyToTheLogin(): void {
		$page = $this->kernel->request('GET', '/apps/tiny/a?b=c');
		self::assertSame(303, $page->status);
		self::assertSame('/login?redirect_url=/apps/tiny/a?b%3Dc', $page->headers['Location']);
		$data = $this->kernel->request('GET', '/apps/tiny/a', null, null, ['Accept' => 'application/json']);
		self::assertSame(401, $data->status);
	}

	public function testADisabledAccountIsNobody(): void {
		$this->kernel->get(\OCP\IUserManager::class)->get('odile')->setEnabled(false);
		self::assertSame(401, $this->kernel->request('GET', self::API . '/things/1', 'odile')->status);
	}

	public function testTheAccountsLimitCountsPerAccountAndEnds(): void {
		$this->kernel->clock->stopAt(1_000_000);
		$status = fn (string $uid): int => $this->kernel->request('GET', self::API . '/limited', $uid)->status;
		self::assertSame([200, 200, 200, 429], array_map($status, array_fill(0, 4, 'odile')));
		self::assertSame(200, $status('root'));
		$this->kernel->clock->stopAt(1_000_061);
		self::assertSame(200, $status('odile'));
	}

	public function testGuessingIsStoppedAlsoForTheRightAnswer(): void {
		for ($i = 0; $i < 10; $i++) {
			self::assertSame(404, $this->kernel->request('GET', self::API . "/secrets/$i")->status);
		}
		self::assertSame(429, $this->kernel->request('GET', self::API . '/secrets/right')->status);
		$this->kernel->resetLimits();
		self::assertSame(200, $this->kernel->request('GET', self::API . '/secrets/right')->status);
	}

	public function testAFailureRevealsNothing(): void {
		$reply = $this->kernel->request('GET', self::API . '/fails', 'odile');
		self::assertSame(500, $reply->status);
		self::assertStringNotContainsString('secret', $reply->body);
		self::assertSame('secret', $reply->error?->getMessage());
	}

	public function testContentSecurityPolicyOfDataAndPages(): void {
		$data = $this->kernel->request('GET', self::API . '/things/1', 'odile');
		self::assertStringContainsString("default-src 'none'", $data->headers['Content-Security-Policy']);
		$page = $this->kernel->request('GET', '/apps/tiny/', 'odile');
		preg_match("/script-src 'nonce-([^']+)'/", $page->headers['Content-Security-Policy'], $nonce);
		preg_match_all('/<script\b[^>]*>(.*?)<\/script>/s', $page->body, $scripts, PREG_SET_ORDER);
		self::assertNotEmpty($scripts);
		foreach ($scripts as [$tag, $inline]) {
			self::assertStringContainsString('nonce="' . $nonce[1] . '"', $tag);
			self::assertSame('', $inline);
		}
	}

	/** @return array{string, string} cookie and request token of a session of Odile */
	private function logIn(): array {
		$form = $this->kernel->request('GET', '/login');
		preg_match('/name="requesttoken" value="([^"]+)"/', $form->body, $token);
		$body = http_build_query(['user' => 'odile', 'password' => 'Cordee-2026-oc', 'requesttoken' => $token[1]]);
		$headers = ['Content-Type' => 'application/x-www-form-urlencoded', 'Cookie' => explode(';', $form->headers['Set-Cookie'])[0]];
		$reply = $this->kernel->request('POST', '/login', null, $body, $headers);
		self::assertSame(303, $reply->status);
		$cookie = explode(';', $reply->headers['Set-Cookie'])[0];
		self::assertStringStartsWith(Session::COOKIE . '=', $cookie);
		$fresh = $this->kernel->request('GET', '/index.php/csrftoken', null, null, ['Cookie' => $cookie]);
		return [$cookie, $fresh->json()['token']];
	}
}
