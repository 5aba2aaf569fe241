<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Group\Event\GroupClosed;
use OCA\Reseau\Group\Event\GroupCreated;
use OCA\Reseau\Meeting\Event\MeetingSet;
use OCA\Reseau\Member\Event\CardPublished;
use OCA\Reseau\Member\Event\CardWithdrawn;
use OCA\Reseau\Notice\Event\NoticeClosed;
use OCA\Reseau\Notice\Event\NoticePublished;
use OCA\Reseau\Shared\Atomic;
use OCA\Reseau\Shared\PublicEvent;
use OCA\Reseau\Shared\PublicEvents;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\EventDispatcher\IWebhookCompatibleEvent;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;
use Psr\Log\LoggerInterface;
use ReflectionClass;
use RuntimeException;
use Sandbox\Service\Events;

/** Flows and webhooks learn that something happened and the number of the thing. */
class PublicEventsTest extends NetworkTestCase {
	private const EVENTS = [CardPublished::class, CardWithdrawn::class, GroupCreated::class, GroupClosed::class, MeetingSet::class, NoticePublished::class, NoticeClosed::class];

	protected function setUp(): void {
		parent::setUp();
		foreach (['alice', 'bob'] as $uid) {
			$this->account($uid);
		}
	}

	public function testCards(): void {
		$card = [];
		$events = $this->during(function () use (&$card): void {
			$card = $this->card('alice', ['name' => 'Alice']);
		});
		self::assertSame([[CardPublished::class, $card['id']]], $events);
		$status = fn (string $to): array => $this->during(fn () => $card = $this->data('PUT', "/members/{$card['id']}/status", 'alice', ['status' => $to, 'version' => $this->data('GET', '/members/me', 'alice')['version']]));
		self::assertSame([], $this->during(fn () => $this->data('PUT', '/members/me', 'alice', ['version' => $card['version'], 'name' => 'Alice Vent'])), 'a change of words');
		self::assertSame([[CardWithdrawn::class, $card['id']]], $status('paused'));
		self::assertSame([[CardPublished::class, $card['id']]], $status('published'));
		self::assertSame([[CardWithdrawn::class, $card['id']]], $status('withdrawn'));
		$status('published');
		self::assertSame([[CardWithdrawn::class, $card['id']]], $this->during(fn () => $this->data('DELETE', "/members/{$card['id']}", 'alice')));
		$kept = [];
		self::assertSame([], $this->during(function () use (&$kept): void {
			$kept = $this->data('POST', '/members', 'bob', ['name' => 'Jeanne'], 201);
		}), 'a draft');
		self::assertSame([], $this->during(fn () => $this->data('DELETE', "/members/{$kept['id']}", 'bob')));
	}

	public function testADisabledAccount(): void {
		$card = $this->card('alice', ['name' => 'Alice']);
		$enable = fn (bool $enabled): array => $this->during(fn () => $this->kernel->get(IUserManager::class)->get('alice')?->setEnabled($enabled));
		self::assertSame([[CardWithdrawn::class, $card['id']]], $enable(false));
		self::assertSame([[CardPublished::class, $card['id']]], $enable(true));
	}

	public function testWhatWasNotShownIsNotWithdrawn(): void {
		$card = $this->card('alice', ['name' => 'Alice']);
		$enable = fn (bool $enabled): array => $this->during(fn () => $this->kernel->get(IUserManager::class)->get('alice')?->setEnabled($enabled));
		$status = fn (string $to): array => $this->during(fn () => $this->data('PUT', "/members/{$card['id']}/status", 'alice', ['status' => $to, 'version' => $this->data('GET', '/members/me', 'alice')['version']]));
		self::assertSame([[CardWithdrawn::class, $card['id']]], $status('paused'));
		self::assertSame([], [...$enable(false), ...$enable(true)], 'a disabled account with a paused card');
		self::assertSame([], $status('withdrawn'));
		self::assertSame([], $this->during(fn () => $this->data('DELETE', "/members/{$card['id']}", 'alice')));
	}

	public function testGroupsAndMeetings(): void {
		$this->card('alice', ['name' => 'Alice']);
		$group = [];
		$events = $this->during(function () use (&$group): void {
			$group = $this->data('POST', '/groups', 'alice', ['title' => 'Eau', 'purpose' => 'La pluie', 'key' => 'key-of-water'], 201);
		});
		self::assertSame([[GroupCreated::class, $group['id']]], $events);
		$meeting = [];
		$plan = ['title' => 'La source', 'day' => '2026-12-01', 'start' => '18:00', 'key' => 'key-of-source'];
		$events = $this->during(function () use ($group, $plan, &$meeting): void {
			$meeting = $this->data('POST', "/groups/{$group['id']}/meetings", 'alice', $plan, 201);
		});
		self::assertCount(1, $events);
		self::assertSame(MeetingSet::class, $events[0][0]);
		$close = fn (): mixed => $this->data('PUT', "/groups/{$group['id']}/status", 'alice', ['status' => 'closed', 'version' => $this->data('GET', "/groups/{$group['id']}", 'alice')['version']]);
		self::assertSame([[GroupClosed::class, $group['id']]], $this->during($close));
		self::assertSame([], $this->during(fn () => $this->data('DELETE', "/groups/{$group['id']}", 'alice')), 'it was closed before');
	}

	public function testNotices(): void {
		$this->card('alice', ['name' => 'Alice']);
		$notice = [];
		$events = $this->during(function () use (&$notice): void {
			$notice = $this->data('POST', '/notices', 'alice', ['kind' => 'offer', 'title' => 'Un pressoir', 'key' => 'key-of-press'], 201);
		});
		self::assertSame([[NoticePublished::class, $notice['id']]], $events);
		$events = $this->during(fn () => $this->data('DELETE', "/notices/{$notice['id']}", 'alice'));
		self::assertSame([[NoticeClosed::class, $notice['id']]], $events);
	}

	public function testAClosedNoticeIsNotClosedAgain(): void {
		$this->card('alice', ['name' => 'Alice']);
		$notice = $this->data('POST', '/notices', 'alice', ['kind' => 'offer', 'title' => 'Un pressoir', 'key' => 'key-of-press'], 201)['id'];
		self::assertSame([[NoticeClosed::class, $notice]], $this->during(fn () => $this->data('POST', "/notices/$notice/end", 'alice')));
		self::assertSame([], $this->during(fn () => $this->data('DELETE', "/notices/$notice", 'alice')));
	}

	public function testANoticeOfAPausedCardIsClosedOnce(): void {
		$card = $this->card('alice', ['name' => 'Alice']);
		$notice = $this->data('POST', '/notices', 'alice', ['kind' => 'offer', 'title' => 'Un pressoir', 'key' => 'key-of-press'], 201)['id'];
		$status = fn (string $to): mixed => $this->data('PUT', "/members/{$card['id']}/status", 'alice', ['status' => $to, 'version' => $this->data('GET', '/members/me', 'alice')['version']]);
		self::assertSame(
			[[CardWithdrawn::class, $card['id']], [NoticeClosed::class, $notice], [CardPublished::class, $card['id']]],
			$this->during(function () use ($status, $notice): void {
				$status('paused');
				$this->data('POST', "/notices/$notice/end", 'alice');
				$status('published');
				$this->data('DELETE', "/notices/$notice", 'alice');
			}),
		);
	}

	/** An event of a kind that is added contains no more either, and is documented. */
	public function testEventsContainOnlyNumbers(): void {
		$all = [];
		foreach (glob(dirname(__DIR__, 3) . '/lib/*/Event/*.php') ?: [] as $file) {
			$class = 'OCA\\Reseau\\' . basename(dirname($file, 2)) . '\\Event\\' . basename($file, '.php');
			if (is_subclass_of($class, IWebhookCompatibleEvent::class)) {
				$all[] = $class;
				$event = (new ReflectionClass($class))->newInstance(7);
				self::assertSame(['id' => 7], $event->getWebhookSerializable());
				self::assertSame(['id' => 7], get_object_vars($event));
			}
		}
		self::assertEqualsCanonicalizing(self::EVENTS, $all);
		$documented = (string)file_get_contents(dirname(__DIR__, 3) . '/docs/developers/events.md');
		foreach ($all as $class) {
			self::assertStringContainsString("`$class`", $documented);
		}
	}

	public function testTheFailureOfAnotherAppUndoesNothing(): void {
		$events = $this->createStub(IEventDispatcher::class);
		$events->method('dispatchTyped')->willThrowException(new RuntimeException('Marie Dupont'));
		$logger = $this->createMock(LoggerInterface::class);
		$logger->expects(self::once())->method('warning')->with(self::anything(), ['app' => 'reseau', 'event' => CardPublished::class, 'exceptionClass' => RuntimeException::class]);
		(new PublicEvents($events, $logger))->dispatch(new CardPublished(7));
	}

	/** Of another app's listener, a statement that fails aborts no transaction of ours. */
	#[Group('databases')]
	public function testAStatementOfAnotherAppThatFailsUndoesNothing(): void {
		$db = $this->kernel->get(IDBConnection::class);
		$within = null;
		Events::$heard = static function (Event $event) use ($db, &$within): void {
			if ($event instanceof CardPublished) {
				$within = $db->inTransaction();
				$db->executeStatement('DELETE FROM `*PREFIX*reseau_no_such_table`');
			}
		};
		try {
			$card = $this->card('alice', ['name' => 'Alice Vent']);
		} finally {
			Events::$heard = null;
		}
		self::assertFalse($within, 'it is dispatched after the commit');
		self::assertSame($card['id'], $this->data('GET', '/members/me', 'alice')['id']);
	}

	public function testWhatIsUndoneIsNotDispatched(): void {
		$work = new class {
			use Atomic {
				atomic as public;
			}
		};
		$db = $this->kernel->get(IDBConnection::class);
		$events = $this->kernel->get(PublicEvents::class);
		$dispatched = $this->during(static function () use ($work, $db, $events): void {
			try {
				$work->atomic(static function () use ($work, $db, $events): void {
					$work->atomic(static fn () => $events->dispatch(new CardPublished(7)), $db);
					throw new RuntimeException();
				}, $db);
			} catch (RuntimeException) {
			}
			$work->atomic(static fn () => $events->dispatch(new CardPublished(8)), $db);
			$events->dispatch(new CardPublished(9));
		});
		self::assertSame([[CardPublished::class, 8], [CardPublished::class, 9]], $dispatched);
	}

	/** @return list<array{class-string, int}> what happened meanwhile */
	private function during(callable $act): array {
		$events = [];
		Events::$heard = static function (Event $event) use (&$events): void {
			if ($event instanceof PublicEvent) {
				$events[] = [$event::class, $event->id];
			}
		};
		try {
			$act();
		} finally {
			Events::$heard = null;
		}
		return $events;
	}
}
