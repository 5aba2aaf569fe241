<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Shared;

use OCA\Reseau\Shared\Mail\ListHeaders;
use OCP\Mail\IMessage;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;
use RuntimeException;
use Sandbox\Service\MailHeaders;
use Sandbox\Service\Message;

/** The headers by which a mail program leaves a list, where Nextcloud's message lets one set them. */
class ListHeadersTest extends TestCase {
	public function testAreSetWhereTheyCanBe(): void {
		$message = new Message();
		self::assertTrue(ListHeaders::add($message, 'https://cloud.example.org/apps/reseau/leave/aB3'));
		self::assertSame([
			'List-Unsubscribe' => '<https://cloud.example.org/apps/reseau/leave/aB3>',
			'List-Unsubscribe-Post' => 'List-Unsubscribe=One-Click',
		], $message->headers);
	}

	public function testAMessageThatCannotHaveHeadersGetsNone(): void {
		self::assertFalse(ListHeaders::add(self::createStub(IMessage::class), 'https://cloud.example.org/leave/aB3'));
	}

	/** Another version of Nextcloud may make its messages of something else. */
	public function testAMessageOfAnotherKindGetsNone(): void {
		$message = new class () extends Message {
			public function getSymfonyEmail(): MailHeaders {
				throw new RuntimeException('no longer here');
			}
		};
		self::assertFalse(ListHeaders::add($message, 'https://cloud.example.org/leave/aB3'));
		self::assertSame([], $message->headers);
	}

	/** @return iterable<string, array{string}> */
	public static function wrong(): iterable {
		yield 'another header' => ["https://cloud.example.org/leave/a\r\nBcc: all@example.org"];
		yield 'a line' => ["https://cloud.example.org/leave/a\n"];
		yield 'the end of the address' => ['https://cloud.example.org/leave/a>, <mailto:x@example.org'];
		yield 'a space' => ['https://cloud.example.org/leave/a b'];
		yield 'no web address' => ['javascript:alert(1)'];
		yield 'nothing' => [''];
	}

	#[DataProvider('wrong')]
	public function testNothingElseBecomesAHeader(string $url): void {
		$message = new Message();
		self::assertFalse(ListHeaders::add($message, $url));
		self::assertSame([], $message->headers);
	}
}
