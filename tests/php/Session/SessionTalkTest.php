<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Session;

use OCA\Reseau\Session\SessionMapper;
use OCA\Reseau\Session\Sessions;
use OCA\Reseau\Session\SessionTalk;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Shared\TalkRooms;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IDBConnection;
use OCP\IUserManager;
use OCP\Talk\IBroker;
use OCP\Talk\IConversation;
use OCP\Talk\IConversationOptions;
use PHPUnit\Framework\Attributes\Group;
use Psr\Log\NullLogger;
use RuntimeException;
use Sandbox\Service\Talk;

/** A session's conversation in Talk, which people without an account can join. */
#[Group('databases')]
class SessionTalkTest extends SessionTestCase {
	public function testWithoutTalkThereIsNone(): void {
		self::assertSame([null, ['talk' => false]], [$this->room()['talk'], $this->room()['can']]);
		$this->assertRefused(409, 'talk_failed', 'POST', "/sessions/$this->session/talk", 'fanny');
		self::assertSame([null, 1], [$this->room()['talk'], $this->room()['version']]);
	}

	public function testIsPublicAndModeratedByItsCreator(): void {
		$this->installTalk();
		self::assertSame(['talk' => true], $this->room()['can']);
		$made = $this->data('POST', "/sessions/$this->session/talk", 'fanny');
		self::assertSame([['name' => 'À la mairie', 'moderators' => ['fanny'], 'public' => true]], array_values(Talk::$conversations));
		self::assertStringEndsWith('/call/' . array_key_first(Talk::$conversations), $made['talk']);
		self::assertSame(['talk' => false], $made['can']);
		self::assertSame($made['talk'], $this->data('POST', "/sessions/$this->session/talk", 'zohra')['talk'], 'there is one already');
		self::assertCount(1, Talk::$conversations);
	}

	public function testStaysWithTheSessionUntilItIsTakenOff(): void {
		$this->installTalk();
		$made = $this->data('POST', "/sessions/$this->session/talk", 'fanny');
		$this->data('PUT', "/sessions/$this->session", 'zohra', ['title' => 'Au café', 'place' => '', 'day' => '2026-12-01', 'version' => $made['version']]);
		$this->say('odile', 'need', 'Réparer mon vélo');
		$ended = $this->end();
		self::assertSame([$made['talk'], ['talk' => false]], [$ended['talk'], $ended['can']]);
		$removed = $this->data('DELETE', "/sessions/$this->session/talk", 'zohra');
		self::assertSame([null, $ended['version'] + 1], [$removed['talk'], $removed['version']]);
		self::assertSame($removed['version'], $this->data('DELETE', "/sessions/$this->session/talk", 'zohra')['version'], 'nothing is left to take off');
		self::assertCount(1, Talk::$conversations, 'it stays in Talk, with what people wrote');
		$this->assertRefused(409, 'session_ended', 'POST', "/sessions/$this->session/talk", 'fanny');
	}

	public function testIsForFacilitatorsAndInTheCalendarOfParticipants(): void {
		$this->installTalk();
		$this->assertRefused(403, 'not_yours', 'POST', "/sessions/$this->session/talk", 'odile');
		$this->assertRefused(404, 'not_found', 'POST', '/sessions/999/talk', 'fanny');
		$url = $this->data('POST', "/sessions/$this->session/talk", 'fanny')['talk'];
		$this->assertRefused(403, 'not_yours', 'DELETE', "/sessions/$this->session/talk", 'odile');
		self::assertSame([], $this->places('odile'));
		$this->say('odile', 'need', 'Réparer mon vélo');
		self::assertSame(["Limoux · $url"], $this->places('odile'));
		self::assertSame([], $this->places('linh'));
		self::assertSame(["Limoux · $url"], $this->places('zohra'));
		$this->data('DELETE', "/sessions/$this->session/talk", 'fanny');
		self::assertSame(['Limoux'], $this->places('odile'));
	}

	public function testTheSecondOfTwoCreatedAtTheSameMomentIsDeleted(): void {
		$this->installTalk();
		$first = null;
		$this->makeWhile(function () use (&$first): void {
			$first = $this->data('POST', "/sessions/$this->session/talk", 'zohra')['talk'];
		});
		self::assertSame($first, $this->room()['talk']);
		self::assertSame([['zohra']], array_column(Talk::$conversations, 'moderators'));
	}

	public function testNoneIsLeftBehindWhereTheSessionIsDeletedMeanwhile(): void {
		$this->installTalk();
		try {
			$this->makeWhile(fn () => $this->data('DELETE', "/sessions/$this->session", 'zohra'));
			self::fail('The session is gone');
		} catch (ReasonException $e) {
			self::assertSame('not_found', $e->reason);
		}
		self::assertSame([], Talk::$conversations);
	}

	public function testAFailureOfTalkIsASentence(): void {
		$broker = $this->createStub(IBroker::class);
		$broker->method('hasBackend')->willReturn(true);
		$broker->method('newConversationOptions')->willThrowException(new RuntimeException('Talk is being upgraded'));
		$broker->method('createConversation')->willReturn($this->createStub(IConversation::class));
		$broker->method('deleteConversation')->willThrowException(new RuntimeException('Talk is being upgraded'));
		$rooms = new TalkRooms($broker, $this->kernel->get(IUserManager::class), new NullLogger());
		$offered = 0;
		$rooms->create('À la mairie', 'fanny', false, static function () use (&$offered): bool {
			$offered++;
			return false;
		});
		self::assertSame(1, $offered, 'one that cannot be deleted is left to its moderator');
		$this->expectExceptionObject(new ReasonException('talk_failed', 409));
		$rooms->create('À la mairie', 'fanny', true, static fn (): bool => true);
	}

	/** Fanny has it created, and something else happens as soon as Talk has done so. */
	private function makeWhile(callable $meanwhile): void {
		$talk = $this->kernel->get(IBroker::class);
		$broker = $this->createStub(IBroker::class);
		$broker->method('hasBackend')->willReturn(true);
		$broker->method('newConversationOptions')->willReturnCallback($talk->newConversationOptions(...));
		$broker->method('deleteConversation')->willReturnCallback($talk->deleteConversation(...));
		$broker->method('createConversation')->willReturnCallback(static function (string $name, array $moderators, ?IConversationOptions $options) use ($talk, $meanwhile): IConversation {
			$made = $talk->createConversation($name, $moderators, $options);
			$meanwhile();
			return $made;
		});
		(new SessionTalk(
			$this->kernel->get(SessionMapper::class),
			$this->kernel->get(Sessions::class),
			new TalkRooms($broker, $this->kernel->get(IUserManager::class), new NullLogger()),
			$this->kernel->get(ITimeFactory::class),
			$this->kernel->get(IDBConnection::class),
		))->make(new Viewer('fanny', facilitator: true), $this->session);
	}

	private function installTalk(): void {
		$this->kernel->config['sandbox.apps'] = 'spreed';
		Talk::$conversations = [];
	}

	/** @return list<string> of the sessions in their calendar */
	private function places(string $uid): array {
		return array_column(array_filter($this->data('GET', '/calendar', $uid)['dates'], static fn (array $date): bool => $date['kind'] === 'session'), 'place');
	}
}
