<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Sandbox;

use PHPUnit\Framework\TestCase;
use Sandbox\Kernel\Kernel;

/** Bodies, queries and paths reach a method as they do in Nextcloud, and so do its answers. */
class ParametersTest extends TestCase {
	private const API = '/ocs/v2.php/apps/tiny/api/v1';

	private Kernel $kernel;

	protected function setUp(): void {
		$this->kernel = sandbox(__DIR__ . '/app');
		$this->kernel->createUser('odile', 'Odile');
	}

	public function testJsonByName(): void {
		$reply = $this->kernel->request('POST', self::API . '/things', 'odile', ['title' => 'Élan', 'done' => true, 'tags' => ['a', ['b' => 1]]]);
		self::assertSame(201, $reply->status);
		self::assertSame(['id' => 1, 'title' => 'Élan', 'done' => true, 'tags' => ['a', ['b' => 1]]], $reply->data());
		self::assertSame(['status' => 'ok', 'statuscode' => 201, 'message' => 'OK'], $reply->json()['ocs']['meta']);
		self::assertSame('create', $reply->headers['X-Tiny']);
	}

	public function testScalarsAreCastAndTheWordFalseIsFalse(): void {
		self::assertSame(12, $this->kernel->request('GET', self::API . '/things/12', 'odile')->data()['id']);
		self::assertSame(0, $this->kernel->request('GET', self::API . '/things/abc', 'odile')->data()['id']);
		$reply = $this->kernel->request('POST', self::API . '/things', 'odile', ['title' => 'a', 'done' => 'false']);
		self::assertFalse($reply->data()['done']);
	}

	public function testAMissingOrImpossibleParameterIsABadRequest(): void {
		self::assertSame(400, $this->kernel->request('POST', self::API . '/things', 'odile', ['done' => true])->status);
		self::assertSame(400, $this->kernel->request('POST', self::API . '/things', 'odile', ['title' => 'a', 'tags' => 'b'])->status);
		self::assertSame(400, $this->kernel->request('POST', self::API . '/things', 'odile', '{"title": "a"')->status);
	}

	public function testAnIntegerLimitHasBounds(): void {
		self::assertSame(500, $this->kernel->request('GET', self::API . '/page?limit=500', 'odile')->data());
		self::assertSame(500, $this->kernel->request('GET', self::API . '/page?limit=501', 'odile')->status);
	}

	public function testXmlUnlessJsonIsRequested(): void {
		$xml = $this->kernel->request('GET', self::API . '/things/1', 'odile', null, ['Accept' => '*/*']);
		self::assertSame('application/xml; charset=utf-8', $xml->headers['Content-Type']);
		self::assertMatchesRegularExpression('~<data>\s*<id>1</id>\s*</data>~', $xml->body);
		$json = $this->kernel->request('GET', self::API . '/things/1?format=json', 'odile', null, ['Accept' => '*/*']);
		self::assertSame(['id' => 1], $json->data());
	}

	public function testTheAppsMiddlewareAnswersItsExceptions(): void {
		$reply = $this->kernel->request('GET', self::API . '/fails?how=badly', 'odile');
		self::assertSame([409, ['error' => 'badly']], [$reply->status, $reply->json()]);
	}

	public function testThePageCarriesItsStateAndTheAccount(): void {
		$page = $this->kernel->request('GET', '/index.php/apps/tiny/a/b', 'odile')->body;
		self::assertStringContainsString('Bonjour odile a/b', $page);
		self::assertMatchesRegularExpression('/data-user="odile"/', $page);
		preg_match('/id="initial-state-tiny-path" value="([^"]+)"/', $page, $state);
		self::assertSame(['path' => 'a/b', 'mark' => '</input>'], json_decode(base64_decode($state[1]), true));
		self::assertLessThan(strpos($page, 'id="content"'), strpos($page, 'id="initial-state-tiny-path"'));
	}
}
