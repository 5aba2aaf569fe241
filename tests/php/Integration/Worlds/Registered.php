<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration\Worlds;

use Closure;
use DateTimeImmutable;
use LogicException;
use OCA\Reseau\Tests\Integration\MenuEntry;
use OCA\Reseau\Tests\Leaving\Archive;
use OCP\AppFramework\Services\IInitialState;
use OCP\Calendar\ICalendar;
use OCP\Collaboration\Reference\IPublicReferenceProvider;
use OCP\Contacts\ContactsMenu\IActionFactory;
use OCP\Contacts\IManager as IContacts;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IUserManager;
use OCP\Profile\BeforeTemplateRenderedEvent;
use OCP\Search\IFilter;
use OCP\Share\ShareReview\RegisterShareReviewSourceEvent;
use Sabre\VObject\Component\VEvent;
use Sandbox\Kernel\Kernel;
use Sandbox\Service\Activities;
use Sandbox\Service\SearchFilter;
use Sandbox\Service\SearchQuery;
use SimpleXMLElement;
use Symfony\Component\Console\Output\NullOutput;

/** What the app says to Nextcloud that it has, in Application and in info.xml, and how a viewer is answered by each. */
final class Registered {
	/** Calls of Application::register() whose classes answer nobody by themselves, and why. */
	private const SILENT = [
		'registerServiceAlias' => 'it is a part of others',
		'registerMiddleware' => 'it takes part in every answer',
		'registerNotifierService' => 'its words are in the list of notifications',
		'registerSetupCheck' => 'it is in the overview of the administration',
	];

	/** The same of info.xml. */
	private const DESCRIBED = [
		'id', 'name', 'summary', 'description', 'version', 'licence', 'author', 'namespace', 'documentation', 'category', 'website', 'discussion', 'bugs', 'repository',
		'screenshot', 'dependencies',
		// Run by the server or from its shell. What jobs send is checked after they have run.
		'background-jobs', 'repair-steps', 'commands',
		// Those are addresses of pages.
		'settings', 'navigations',
	];

	/** Events of Nextcloud and other apps about something that has happened. */
	private const HAPPENINGS = '~^OCP\\\\(User|Files)\\\\Events\\\\|^OCA\\\\Circles\\\\Events\\\\|^OCA\\\\Files_Trashbin\\\\Events\\\\~';
	/** Events while a page is made. */
	private const PAGES = ['OCP\Collaboration\Reference\RenderReferenceEvent', 'OCA\Files\Event\LoadAdditionalScriptsEvent'];

	/**
	 * @param list<array{string, list<mixed>}> $calls what Application::register() calls
	 * @param list<string> $words what is searched
	 * @param list<string> $addresses of things, behind the app's
	 * @param list<string> $accounts whose profile is opened
	 * @param list<string> $teams whose page is opened
	 * @param list<string> $groups numbers
	 */
	public function __construct(
		private readonly array $calls,
		private readonly SimpleXMLElement $info,
		private readonly array $words,
		private readonly array $addresses,
		private readonly array $accounts,
		private readonly array $teams,
		private readonly array $groups,
	) {
	}

	/** @return array<string, Closure(Kernel, ?string): string> by name */
	public function all(): array {
		$asks = [];
		foreach ($this->calls as [$method, $arguments]) {
			$asks += match ($method) {
				'registerSearchProvider' => $this->search($arguments[0]),
				'registerReferenceProvider' => $this->references($arguments[0]),
				'registerTeamResourceProvider' => $this->teams($arguments[0]),
				'registerCalendarProvider' => self::calendar($arguments[0]),
				'registerProfileLinkAction' => $this->profiles($arguments[0]),
				'registerUserMigrator' => self::migrator($arguments[0]),
				'registerDashboardWidget' => self::widget($arguments[0]),
				'registerEventListener' => $this->event($arguments[0]),
				default => isset(self::SILENT[$method]) ? [] : throw new LogicException("Say in Registered how a viewer meets what $method() registers"),
			};
		}
		foreach ($this->info->children() as $element) {
			$asks += match (true) {
				in_array($element->getName(), self::DESCRIBED, true) => [],
				$element->getName() === 'activity' => self::activities(),
				$element->getName() === 'contactsmenu' => $this->contacts((string)$element->provider),
				default => throw new LogicException("Say in Registered how a viewer meets <{$element->getName()}> of info.xml"),
			};
		}
		return $asks + $this->addressBooks() + [
			'notifications' => self::notifications(...),
			'settings of the administration' => self::page('/index.php/settings/admin/reseau'),
			'overview of the administration' => self::page('/index.php/settings/admin/overview'),
		];
	}

	/** Their numbers are Nextcloud's, which counts those of everybody and of all apps. */
	public static function notifications(Kernel $kernel, ?string $uid): string {
		return (string)preg_replace('~"notification_id":\d+~', '', Surfaces::answer($kernel, '/ocs/v2.php/apps/notifications/api/v2/notifications', $uid));
	}

	/** @return list<class-string> */
	public function jobs(): array {
		return array_map(strval(...), iterator_to_array($this->info->{'background-jobs'}->job, false));
	}

	/** @return array<string, Closure(Kernel, ?string): string> */
	private function search(string $class): array {
		$asks = [];
		foreach ($this->words as $word) {
			$asks["$class: $word"] = self::asked(static function (Kernel $kernel, string $uid) use ($class, $word): mixed {
				$provider = $kernel->get($class);
				$found = $provider->search($kernel->get(IUserManager::class)->get($uid), new SearchQuery($word, 25, null));
				return [$provider->getOrder('files.view.index', []), $found];
			});
		}
		foreach ($this->accounts as $person) {
			$asks["$class: of $person"] = self::asked(static function (Kernel $kernel, string $uid) use ($class, $person): mixed {
				$users = $kernel->get(IUserManager::class);
				return $kernel->get($class)->search($users->get($uid), new SearchQuery('', 25, null, [IFilter::BUILTIN_PERSON => new SearchFilter($users->get($person))]));
			});
		}
		$asks["$class: of all time"] = self::asked(static fn (Kernel $kernel, string $uid): mixed => $kernel->get($class)->search(
			$kernel->get(IUserManager::class)->get($uid),
			new SearchQuery('', 25, null, [IFilter::BUILTIN_SINCE => new SearchFilter(new DateTimeImmutable('@0'))]),
		));
		return $asks;
	}

	/**
	 * As Mail and Calendar complete names, with what Application::boot() registers.
	 *
	 * @return array<string, Closure(Kernel, ?string): string>
	 */
	private function addressBooks(): array {
		$asks = [];
		foreach (['@', 'example', ...$this->words] as $word) {
			$asks["address books: $word"] = static function (Kernel $kernel, ?string $uid) use ($word): string {
				$kernel->request('GET', '/', $uid);
				return self::json($kernel->get(IContacts::class)->search($word, ['FN', 'EMAIL'], ['limit' => 50]));
			};
		}
		return $asks;
	}

	/** @return array<string, Closure(Kernel, ?string): string> */
	private function references(string $class): array {
		$asks = [];
		foreach ($this->addresses as $address) {
			$asks["$class: $address"] = static function (Kernel $kernel, ?string $uid) use ($class, $address): string {
				$kernel->request('GET', '/', $uid);
				$provider = $kernel->get($class);
				$address = "http://localhost/index.php/apps/reseau/$address";
				$public = $provider instanceof IPublicReferenceProvider ? [$provider->resolveReferencePublic($address, 'token'), $provider->getCacheKeyPublic($address, 'token')] : [];
				return self::json([$provider->matchReference($address), $provider->resolveReference($address), $provider->getCachePrefix($address), $provider->getCacheKey($address), ...$public]);
			};
		}
		return $asks;
	}

	/** @return array<string, Closure(Kernel, ?string): string> */
	private static function migrator(string $class): array {
		return [$class => self::asked(static function (Kernel $kernel, string $uid) use ($class): mixed {
			$archive = new Archive();
			$kernel->get($class)->export($kernel->get(IUserManager::class)->get($uid), $archive, new NullOutput());
			return $archive->files;
		})];
	}

	/** @return array<string, Closure(Kernel, ?string): string> */
	private function teams(string $class): array {
		return [$class => self::asked(fn (Kernel $kernel): mixed => [
			array_map($kernel->get($class)->getSharedWith(...), $this->teams),
			array_map($kernel->get($class)->getTeamsForResource(...), $this->groups),
			array_map(fn (string $group): bool => $kernel->get($class)->isSharedWithTeam($this->teams[0], $group), $this->groups),
		])];
	}

	/** @return array<string, Closure(Kernel, ?string): string> */
	private function profiles(string $class): array {
		return [$class => self::asked(fn (Kernel $kernel): mixed => array_map(static function (string $uid) use ($kernel, $class): array {
			$action = $kernel->get($class);
			$action->preload($kernel->get(IUserManager::class)->get($uid));
			return [$action->getTarget(), $action->getTitle(), $action->getDisplayId(), $action->getPriority()];
		}, $this->accounts))];
	}

	/** @return array<string, Closure(Kernel, ?string): string> */
	private static function widget(string $class): array {
		return [$class => self::asked(static fn (Kernel $kernel, string $uid): mixed => $kernel->get($class)->getItemsV2($uid))];
	}

	/**
	 * As other apps ask for what is in the calendars of an account, and as CalDAV does.
	 *
	 * @return array<string, Closure(Kernel, ?string): string>
	 */
	private static function calendar(string $class): array {
		return [$class => self::asked(static function (Kernel $kernel, string $uid) use ($class): mixed {
			$calendars = $kernel->get($class)->getCalendars("principals/users/$uid");
			return array_map(static fn (ICalendar $calendar): array => [
				$calendar->getDisplayName(),
				$calendar->search('', [], [], null, null),
				array_map(static fn (VEvent $event): array => $event->added, $calendar->search('')),
			], $calendars);
		})];
	}

	/** @return array<string, Closure(Kernel, ?string): string> */
	private static function activities(): array {
		return ['activities' => static function (Kernel $kernel, ?string $uid): string {
			$kernel->runQueued();
			return $uid === null ? '' : self::json($kernel->get(Activities::class)->of($uid, 'fr'));
		}];
	}

	/** @return array<string, Closure(Kernel, ?string): string> */
	private function contacts(string $class): array {
		return [$class => self::asked(function (Kernel $kernel) use ($class): mixed {
			$kernel->container()->set(IActionFactory::class, new MenuEntry());
			$entries = array_map(static fn (string $uid): MenuEntry => new MenuEntry($uid), $this->accounts);
			$kernel->get($class)->process($entries);
			return $entries;
		})];
	}

	/** @return array<string, Closure(Kernel, ?string): string> the state that comes with the page of each profile, also for nobody */
	private function profileSections(): array {
		$asks = [];
		foreach ($this->accounts as $account) {
			$asks["profile of $account"] = static function (Kernel $kernel, ?string $uid) use ($account): string {
				$kernel->request('GET', '/', $uid);
				$kernel->get(IEventDispatcher::class)->dispatchTyped(new BeforeTemplateRenderedEvent($account));
				return self::json($kernel->get(IInitialState::class)->all());
			};
		}
		return $asks;
	}

	/** @return array<string, Closure(Kernel, ?string): string> for the account that reviews shares */
	private static function shares(): array {
		return ['shares to review' => static function (Kernel $kernel, ?string $uid): string {
			$kernel->request('GET', '/', $uid);
			$event = new RegisterShareReviewSourceEvent();
			$kernel->get(IEventDispatcher::class)->dispatchTyped($event);
			return self::json(array_map(static fn (string $source): array => $kernel->get($source)->getShares(), $event->getSources()));
		}];
	}

	/** @return array<string, Closure(Kernel, ?string): string> */
	private function event(string $event): array {
		return match (true) {
			str_starts_with($event, 'OCA\\Reseau\\'), preg_match(self::HAPPENINGS, $event) === 1 => [],
			in_array($event, self::PAGES, true) => [$event => self::asked(static function (Kernel $kernel) use ($event): mixed {
				$kernel->get(IEventDispatcher::class)->dispatchTyped(new $event());
				return $kernel->get(IInitialState::class)->all();
			})],
			$event === BeforeTemplateRenderedEvent::class => $this->profileSections(),
			$event === RegisterShareReviewSourceEvent::class => self::shares(),
			default => throw new LogicException("Say in Registered whether $event shows a viewer something"),
		};
	}

	/**
	 * In the process of a request by the viewer; nobody is not asked by Nextcloud.
	 *
	 * @param callable(Kernel, string): mixed $ask
	 * @return Closure(Kernel, ?string): string
	 */
	private static function asked(callable $ask): Closure {
		return static function (Kernel $kernel, ?string $uid) use ($ask): string {
			if ($uid === null) {
				return '';
			}
			$kernel->request('GET', '/', $uid);
			return self::json($ask($kernel, $uid));
		};
	}

	/** @return Closure(Kernel, ?string): string */
	private static function page(string $path): Closure {
		return static fn (Kernel $kernel, ?string $uid): string => Surfaces::answer($kernel, $path, $uid);
	}

	private static function json(mixed $answer): string {
		return json_encode($answer, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
	}
}
