<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Sandbox;

use OCP\IConfig;
use OCP\Mail\IMailer;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use Sandbox\Kernel\Kernel;
use Sandbox\Kernel\Reply;

/** The sandbox's own pages. */
class PagesTest extends TestCase {
	private Kernel $kernel;

	/** Of a session nobody is logged in to yet. */
	private string $cookie;

	private string $token;

	protected function setUp(): void {
		$this->kernel = sandbox(__DIR__ . '/app');
		$this->kernel->createUser('odile', 'Odile');
		$form = $this->kernel->request('GET', '/login');
		$this->cookie = explode(';', $form->headers['Set-Cookie'])[0];
		preg_match('/data-requesttoken="([^"]+)"/', $form->body, $token);
		$this->token = $token[1];
	}

	public static function targets(): array {
		return [
			'the page asked for' => ['/apps/tiny/a?b=c', '/apps/tiny/a?b=c'],
			'nothing asked for' => ['', '/apps/tiny/'],
			'another server' => ['https://example.org/', '/apps/tiny/'],
			'another server without a scheme' => ['//example.org/', '/apps/tiny/'],
			'another server with a backslash' => ['/\\example.org/', '/apps/tiny/'],
		];
	}

	#[DataProvider('targets')]
	public function testTheLoginLeadsToAPageOfThisServer(string $asked, string $target): void {
		$reply = $this->post('/login', ['user' => 'odile', 'password' => 'Cordee-2026-oc', 'redirect_url' => $asked]);
		self::assertSame([303, $target], [$reply->status, $reply->headers['Location']]);
		self::assertNotSame($this->cookie, explode(';', $reply->headers['Set-Cookie'])[0]);
	}

	public function testAWrongPasswordOrNoTokenDoesNotLogIn(): void {
		$wrong = $this->post('/login', ['user' => 'odile', 'password' => 'wrong']);
		self::assertStringContainsString('role="alert"', $wrong->body);
		$this->token = 'wrong';
		$noToken = $this->post('/login', ['user' => 'odile', 'password' => 'Cordee-2026-oc']);
		self::assertSame(200, $noToken->status);
		self::assertArrayNotHasKey('Set-Cookie', $noToken->headers);
	}

	public function testTheLoginPageIsInTheLanguageOfTheBrowser(): void {
		$page = fn (string $language): string => $this->kernel->request('GET', '/login', null, null, ['Accept-Language' => $language])->body;
		self::assertStringContainsString('banc d’essai', $page('fr-FR,fr;q=0.9'));
		self::assertStringContainsString('A test bench', $page('en'));
		self::assertStringContainsString('Odile', $page('en'));
	}

	public function testThemeAndLanguageAreSavedForTheAccount(): void {
		$this->kernel->request('POST', '/sandbox/settings', 'odile', ['theme' => 'dark', 'language' => 'en'], ['OCS-APIRequest' => 'true']);
		$page = $this->kernel->request('GET', '/apps/tiny/', 'odile')->body;
		self::assertStringContainsString('<html class="ng-csp" lang="en"', $page);
		self::assertStringContainsString('data-theme-dark data-themes="dark"', $page);
		$this->kernel->request('POST', '/sandbox/settings', 'odile', ['theme' => 'light'], ['OCS-APIRequest' => null]);
		self::assertSame('["dark"]', $this->kernel->get(IConfig::class)->getUserValue('odile', 'theming', 'enabled-themes'));
	}

	public function testAMailHasNoScriptsAndLoadsNothing(): void {
		$mailer = $this->kernel->get(IMailer::class);
		$message = $mailer->createMessage()->setTo(['odile@example.org' => 'Odile'])->setSubject('<i>Bonjour</i>')
			->setPlainBody("Voir http://localhost/a?b=1&c=2\n<script>alert(1)</script>")
			->setHtmlBody('<p>Voir</p><script>alert(1)</script><img src="http://example.org/">');
		$mailer->send($message);
		self::assertStringContainsString('/sandbox/mail/1', $this->kernel->request('GET', '/sandbox/mail')->body);
		$page = $this->kernel->request('GET', '/sandbox/mail/1')->body;
		self::assertStringContainsString('<a href="http://localhost/a?b=1&amp;c=2">', $page);
		self::assertStringContainsString('<iframe sandbox ', $page);
		self::assertDoesNotMatchRegularExpression('/<i>|<script>|&lt;img|srcdoc="[^"]*script/', $page);
		self::assertSame(404, $this->kernel->request('GET', '/sandbox/mail/2')->status);
	}

	/** @param array<string, string> $fields */
	private function post(string $path, array $fields): Reply {
		$body = http_build_query($fields + ['requesttoken' => $this->token]);
		$headers = ['Content-Type' => 'application/x-www-form-urlencoded', 'Cookie' => $this->cookie];
		return $this->kernel->request('POST', $path, null, $body, $headers);
	}
}
