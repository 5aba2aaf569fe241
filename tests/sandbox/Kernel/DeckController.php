<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use Closure;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\JSONResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\IRequest;
use OCP\IUserManager;
use RuntimeException;
use Sandbox\Service\Deck;
use Sandbox\Service\ServiceRefusal;

/** What Deck's own pages ask, as far as src/board/deck.ts asks it too, and a page that shows a board. */
class DeckController extends Controller {
	private const ROOT = '/apps/deck';

	private readonly string $userId;

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Deck $deck,
		private readonly IUserManager $users,
		?string $userId,
	) {
		parent::__construct($appName, $request);
		$this->userId = (string)$userId;
	}

	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/board/{boardId}', requirements: ['boardId' => '\d+'], root: self::ROOT)]
	#[FrontpageRoute(verb: 'GET', url: '/board/{boardId}/card/{cardId}', requirements: ['boardId' => '\d+', 'cardId' => '\d+'], root: self::ROOT, postfix: 'card')]
	public function page(int $boardId, int $cardId = 0): Response {
		try {
			$deck = $this->deck->for($this->userId);
			$board = $deck->board($boardId);
			return new TemplateResponse('core', 'deck', [
				'pageTitle' => $board['title'],
				'board' => $board,
				'stacks' => $deck->stacks($boardId, false),
				'labels' => array_column($deck->labels($boardId), 'title', 'id'),
				'card' => $cardId,
				'name' => fn (string $uid): string => $this->users->getDisplayName($uid) ?? $uid,
			]);
		} catch (ServiceRefusal) {
			return new TemplateResponse('core', 'error', ['message' => 'Page not found'], TemplateResponse::RENDER_AS_GUEST, Http::STATUS_FORBIDDEN);
		}
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'GET', url: '/boards', root: self::ROOT)]
	public function boards(): Response {
		return $this->answer(fn (Deck $deck): array => array_map(fn (array $board): array => ['labels' => [], 'users' => []] + $this->board($board), $deck->boards()));
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'GET', url: '/boards/{boardId}', root: self::ROOT)]
	public function read(int $boardId): Response {
		return $this->answer(fn (Deck $deck): array => $this->board($deck->board($boardId)));
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'POST', url: '/boards', root: self::ROOT)]
	public function create(string $title, string $color): Response {
		return $this->answer(fn (Deck $deck): array => ['users' => []] + $this->board($deck->createBoard($title, $color)));
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'DELETE', url: '/boards/{boardId}', root: self::ROOT)]
	public function delete(int $boardId): Response {
		return $this->answer(fn (Deck $deck): array => $this->board($deck->deleteBoard($boardId)));
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'GET', url: '/boards/{boardId}/permissions', root: self::ROOT)]
	public function permissions(int $boardId): Response {
		return $this->answer(static fn (Deck $deck): array => self::rights($deck->rightsOn($boardId)));
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'PUT', url: '/boards/{boardId}/transferOwner', root: self::ROOT)]
	public function transferOwner(int $boardId, string $newOwner): Response {
		return $this->answer(fn (Deck $deck): array => $this->board($deck->transferOwner($boardId, $newOwner)));
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'POST', url: '/boards/{boardId}/acl', root: self::ROOT)]
	public function addAcl(int $boardId, int $type, string $participant, bool $permissionEdit, bool $permissionShare, bool $permissionManage): Response {
		return $this->answer(fn (Deck $deck): array => $this->acl($deck->share($boardId, $type, $participant, $permissionEdit, $permissionShare, $permissionManage)));
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'DELETE', url: '/boards/{boardId}/acl/{aclId}', root: self::ROOT)]
	public function deleteAcl(int $aclId): Response {
		return $this->answer(fn (Deck $deck): array => $this->acl($deck->unshare($aclId)));
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'POST', url: '/labels', root: self::ROOT)]
	public function createLabel(string $title, string $color, int $boardId): Response {
		return $this->answer(static fn (Deck $deck): array => $deck->createLabel($boardId, $title, $color));
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'PUT', url: '/labels/{labelId}', root: self::ROOT)]
	public function updateLabel(int $labelId, string $title, string $color): Response {
		return $this->answer(static fn (Deck $deck): array => $deck->updateLabel($labelId, $title, $color));
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'DELETE', url: '/labels/{labelId}', root: self::ROOT)]
	public function deleteLabel(int $labelId): Response {
		return $this->answer(static fn (Deck $deck): array => $deck->deleteLabel($labelId));
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'POST', url: '/stacks', root: self::ROOT)]
	public function createStack(string $title, int $boardId, int $order = 999): Response {
		return $this->answer(static fn (Deck $deck): array => $deck->createStack($boardId, $title, $order));
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'GET', url: '/stacks/{boardId}', root: self::ROOT)]
	public function stacks(int $boardId): Response {
		return $this->answer(fn (Deck $deck): array => $this->stacksWithLabels($deck->stacks($boardId, false), $deck->labels($boardId)));
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'GET', url: '/stacks/{boardId}/archived', root: self::ROOT)]
	public function archived(int $boardId): Response {
		return $this->answer(fn (Deck $deck): array => $this->stacksWithLabels($deck->stacks($boardId, true), $deck->labels($boardId)));
	}

	/** @param list<int> $labels */
	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'POST', url: '/cards', root: self::ROOT)]
	public function createCard(string $title, int $stackId, int $order = 999, string $description = '', ?string $duedate = null, array $labels = []): Response {
		return $this->answer(fn (Deck $deck): array => $this->card($deck->createCard($stackId, [
			'title' => $title, 'description' => $description, 'order' => $order, 'duedate' => $duedate, 'labels' => $labels,
		]), []));
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'DELETE', url: '/cards/{cardId}', root: self::ROOT)]
	public function deleteCard(int $cardId): Response {
		return $this->answer(fn (Deck $deck): array => $this->card($deck->deleteCard($cardId), []));
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'PUT', url: '/cards/{cardId}/{what}', requirements: ['what' => '(?:un)?(?:done|archive)'], root: self::ROOT)]
	public function mark(int $cardId, string $what): Response {
		$on = !str_starts_with($what, 'un');
		return $this->answer(fn (Deck $deck): array => $this->card($deck->mark($cardId, str_ends_with($what, 'done') ? 'done' : 'archived', $on), []));
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'POST', url: '/cards/{cardId}/label/{labelId}', root: self::ROOT)]
	public function assignLabel(int $cardId, int $labelId): Response {
		return $this->answer(function (Deck $deck) use ($cardId, $labelId): array {
			$deck->giveLabel($cardId, $labelId);
			return [];
		});
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'POST', url: '/cards/{cardId}/assign', root: self::ROOT)]
	public function assign(int $cardId, string $userId): Response {
		return $this->answer(function (Deck $deck) use ($cardId, $userId): array {
			$deck->assign($cardId, $userId);
			return ['participant' => $this->account($userId), 'cardId' => $cardId, 'type' => 0];
		});
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'PUT', url: '/cards/{cardId}/unassign', root: self::ROOT)]
	public function unassign(int $cardId, string $userId): Response {
		return $this->answer(function (Deck $deck) use ($cardId, $userId): array {
			$deck->unassign($cardId, $userId);
			return ['participant' => $this->account($userId), 'cardId' => $cardId, 'type' => 0];
		});
	}

	/** @param Closure(Deck): array<array-key, mixed> $work */
	private function answer(Closure $work): Response {
		try {
			return new JSONResponse($work($this->deck->for($this->userId)));
		} catch (ServiceRefusal $e) {
			$body = $e->getMessage() === '' ? [] : ['status' => $e->getCode(), 'message' => $e->getMessage()];
			return new JSONResponse($body, $e->getCode());
		} catch (RuntimeException) {
			return new JSONResponse(['status' => 500, 'message' => 'Internal server error'], Http::STATUS_INTERNAL_SERVER_ERROR);
		}
	}

	/** @param array<string, mixed> $board */
	private function board(array $board): array {
		return [
			'id' => $board['id'],
			'title' => $board['title'],
			'owner' => $this->account($board['owner']),
			'color' => $board['color'],
			'archived' => false,
			'labels' => $this->deck->labels($board['id']),
			'acl' => array_map($this->acl(...), $this->deck->acl($board['id'])),
			'permissions' => self::rights($this->deck->rights($board)),
			'users' => array_map($this->account(...), $this->deck->people($board['id'])),
			'deletedAt' => $board['deletedAt'],
			'lastModified' => $board['lastModified'],
		];
	}

	/**
	 * @param list<array<string, mixed>> $stacks
	 * @param list<array<string, mixed>> $labels
	 */
	private function stacksWithLabels(array $stacks, array $labels): array {
		$byId = array_column($labels, null, 'id');
		return array_map(function (array $stack) use ($byId): array {
			$cards = array_map(fn (array $card): array => $this->card($card, $byId), $stack['cards']);
			unset($stack['cards']);
			return $stack + ['isDoneColumn' => false] + ($cards === [] ? [] : ['cards' => $cards]);
		}, $stacks);
	}

	/**
	 * @param array<string, mixed> $card
	 * @param array<int, array<string, mixed>> $labels of the board
	 */
	private function card(array $card, array $labels): array {
		return [
			'labels' => array_values(array_intersect_key($labels, array_flip($card['labels']))),
			'assignedUsers' => array_map(fn (string $uid): array => ['participant' => $this->account($uid), 'cardId' => $card['id'], 'type' => 0], $card['users']),
			'owner' => $this->account($card['owner']),
			'stackId' => (int)$card['parent'],
			'type' => 'plain',
			'deletedAt' => 0,
		] + array_diff_key($card, ['parent' => 0, 'users' => 0]);
	}

	/** @param array<string, bool> $rights */
	private static function rights(array $rights): array {
		return array_combine(array_map(static fn (string $right): string => "PERMISSION_$right", array_keys($rights)), $rights);
	}

	/** @param array<string, mixed> $acl */
	private function acl(array $acl): array {
		return [
			'id' => $acl['id'],
			'participant' => ['type' => $acl['type']] + $this->account($acl['participant']),
			'type' => $acl['type'],
			'boardId' => (int)$acl['parent'],
			'permissionEdit' => $acl['edit'],
			'permissionShare' => $acl['share'],
			'permissionManage' => $acl['manage'],
		];
	}

	private function account(string $uid): array {
		return ['primaryKey' => $uid, 'uid' => $uid, 'displayname' => $this->users->getDisplayName($uid) ?? $uid, 'type' => 0];
	}
}
