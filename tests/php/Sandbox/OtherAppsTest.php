<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Sandbox;

use Exception;
use OCA\Circles\CirclesManager;
use OCA\Circles\Events\CircleDestroyedEvent;
use OCA\Circles\Events\CircleMemberAddedEvent;
use OCA\Circles\Events\CircleMemberRemovedEvent;
use OCA\Circles\Events\CircleResultGenericEvent;
use OCA\Circles\Exceptions\CircleNotFoundException;
use OCP\EventDispatcher\Event;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\EventDispatcher\IEventListener;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;
use Sandbox\Kernel\Container;
use Sandbox\Kernel\Kernel;
use Sandbox\Service\ServiceRefusal;
use Sandbox\Service\Store;
use Sandbox\Service\Teams;

/** Teams and Deck in the sandbox, where no browser looks; what they answer is held to the real ones by tests/contract/services.spec.ts. */
class OtherAppsTest extends TestCase {
	private const DECK = '/index.php/apps/deck/boards';
	private const TEAMS = '/ocs/v2.php/apps/circles/probecircles';

	private Kernel $kernel;

	protected function setUp(): void {
		$this->kernel = sandbox();
		$this->kernel->createUser('odile', 'Odile', ['gdt']);
		$this->kernel->createUser('linh', 'Linh');
		$this->kernel->config['sandbox.apps'] = 'circles,deck';
	}

	#[TestWith(['yes', 200, 200])]
	#[TestWith(['no', 404, 404])]
	#[TestWith(['["gdt"]', 200, 404])]
	public function testADisabledAppHasNoRoutes(string $enabled, int $odile, int $linh): void {
		foreach (['circles', 'deck'] as $app) {
			$this->kernel->get(Store::class)->put('appconfig', ['appid' => $app, 'configkey' => 'enabled'], ['configvalue' => $enabled]);
		}
		foreach ([self::DECK, self::TEAMS] as $path) {
			$ask = fn (string $uid): int => $this->kernel->request('GET', $path, $uid, null, ['OCS-APIRequest' => 'true'])->status;
			self::assertSame([$odile, $linh], [$ask('odile'), $ask('linh')], $path);
		}
	}

	public function testRequestsNeedAnAccount(): void {
		foreach (['GET' => self::DECK, 'POST' => self::DECK, 'PROPFIND' => '/remote.php/dav/files/odile/'] as $verb => $path) {
			self::assertSame(401, $this->kernel->request($verb, $path, null, null, ['Accept' => 'application/json', 'OCS-APIRequest' => 'true'])->status);
		}
		self::assertSame(401, $this->kernel->request('GET', self::TEAMS)->status);
	}

	public function testTooManyRequestsAreSlowedDown(): void {
		$ask = fn (): int => $this->kernel->request('GET', '/ocs/v2.php/apps/circles/circles/nothere', 'linh')->status;
		self::assertSame([...array_fill(0, 10, 403), 429], array_map($ask, range(1, 11)));
	}

	public function testUrlsAreWrittenAsInNextcloud(): void {
		$this->kernel->createUser("o'd i@example.org");
		$path = '/remote.php/dav/files/' . rawurlencode("o'd i@example.org");
		$this->kernel->request('MKCOL', "$path/" . rawurlencode("Été: (1) ~ l'an & 100%"), "o'd i@example.org", null, ['OCS-APIRequest' => 'true']);
		$look = $this->kernel->request('PROPFIND', "$path/", "o'd i@example.org", null, ['OCS-APIRequest' => 'true', 'Depth' => '1']);
		self::assertStringContainsString('<d:href>/remote.php/dav/files/o%27d%20i@example.org/%c3%89t%c3%a9:%20(1)%20~%20l%27an%20%26%20100%25/</d:href>', $look->body);
	}

	public function testTheFilesOfAnotherAccountAreNotFound(): void {
		$look = fn (string $uid): int => $this->kernel->request('PROPFIND', '/remote.php/dav/files/odile/', $uid, null, ['OCS-APIRequest' => 'true'])->status;
		self::assertSame([207, 404], [$look('odile'), $look('linh')]);
	}

	public function testLinkedPagesExist(): void {
		$made = $this->kernel->request('MKCOL', '/remote.php/dav/files/odile/Documents/Bilan', 'odile', null, ['OCS-APIRequest' => 'true']);
		$folder = (int)$made->headers['OC-FileId'];
		$team = $this->kernel->get(Teams::class)->create('Alimentation', 'odile');
		foreach (["/f/$folder" => '/Documents/Bilan', "/apps/circles/teams/team/$team" => 'Alimentation'] as $path => $shown) {
			self::assertStringContainsString($shown, $this->kernel->request('GET', "/index.php$path", 'odile')->body);
			self::assertSame(404, $this->kernel->request('GET', "/index.php$path", 'linh')->status);
		}
	}

	public function testPhpReadsATeamWithoutAUser(): void {
		$teams = $this->kernel->get(Teams::class);
		$team = $teams->create('Alimentation', 'odile');
		$teams->edit($team, 'odile', ['config' => Teams::VISIBLE | Teams::OPEN | Teams::REQUEST]);
		$teams->join($team, 'linh');
		$manager = $this->kernel->get(CirclesManager::class);
		$manager->startSuperSession();
		$levels = [];
		foreach ($manager->getCircle($team)->getMembers() as $member) {
			$levels[$member->getUserId()] = $member->getLevel();
		}
		self::assertSame(['odile' => Teams::OWNER, 'linh' => 0], $levels);
		try {
			$manager->getCircle('nothere');
			self::fail('There is no such team');
		} catch (Exception $e) {
			self::assertInstanceOf(CircleNotFoundException::class, $e);
		}
		$manager->stopSession();
		$this->expectExceptionMessage('No session');
		$manager->getCircle($team);
	}

	public function testEventsAreSentForNewAndFormerMembers(): void {
		$listener = new class() implements IEventListener {
			/** @var list<array{string, ?string}> */
			public array $events = [];

			public function handle(Event $event): void {
				assert($event instanceof CircleResultGenericEvent);
				$this->events[] = [substr((string)strrchr($event::class, '\\'), 1), $event->getMember()?->getUserId()];
			}
		};
		$this->kernel->get(Container::class)->set('listener', $listener);
		foreach ([CircleMemberAddedEvent::class, CircleMemberRemovedEvent::class, CircleDestroyedEvent::class] as $event) {
			$this->kernel->get(IEventDispatcher::class)->addServiceListener($event, 'listener');
		}
		$teams = $this->kernel->get(Teams::class);
		$team = $teams->create('Alimentation', 'odile');
		$teams->edit($team, 'odile', ['config' => Teams::VISIBLE | Teams::OPEN | Teams::REQUEST]);
		$asked = $teams->join($team, 'linh');
		self::assertSame([], $listener->events);
		$teams->confirm($team, $asked['member'], 'odile');
		$teams->leave($team, 'linh');
		$teams->removeMember($team, $teams->add($team, 'linh', 'odile')['member'], 'odile');
		$teams->destroy($team, 'odile');
		self::assertSame([
			['CircleMemberAddedEvent', 'linh'], ['CircleMemberRemovedEvent', 'linh'],
			['CircleMemberAddedEvent', 'linh'], ['CircleMemberRemovedEvent', 'linh'],
			['CircleDestroyedEvent', null],
		], $listener->events);
		$this->expectException(ServiceRefusal::class);
		$teams->need($team, 'odile', 0);
	}
}
