<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use Closure;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\BruteForceProtection;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\OCSController;
use OCP\IRequest;
use Sandbox\Service\ServiceRefusal;
use Sandbox\Service\Teams;
use Sandbox\Service\TeamSpaces;

/** The OCS API of Teams, as far as src/group/teams.ts calls it. */
class TeamsController extends OCSController {
	private const ROOT = '/apps/circles';

	private readonly string $userId;

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Teams $teams,
		private readonly TeamSpaces $spaces,
		?string $userId,
	) {
		parent::__construct($appName, $request);
		$this->userId = (string)$userId;
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/probecircles', root: self::ROOT)]
	public function mine(): Response {
		$mine = array_filter($this->teams->all(), fn (array $team): bool => $this->teams->has($team['team'], $this->userId));
		return new DataResponse(array_values(array_map(fn (array $team): array => ['initiator' => null] + $this->row($team), $mine)));
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/circles', root: self::ROOT)]
	public function visible(): Response {
		$seen = array_filter($this->teams->all(), fn (array $team): bool => ($team['config'] & Teams::VISIBLE) > 0
			|| $this->teams->membership($team['team'], $this->userId) !== null);
		return new DataResponse(array_values(array_map($this->team(...), $seen)));
	}

	#[NoAdminRequired]
	#[BruteForceProtection(action: 'circleDetails')]
	#[ApiRoute(verb: 'GET', url: '/circles/{circleId}', root: self::ROOT)]
	public function details(string $circleId): Response {
		return $this->answer(function () use ($circleId): array {
			$this->teams->need($circleId, $this->userId, 0);
			return $this->team($this->teams->find($circleId));
		});
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'POST', url: '/circles', root: self::ROOT)]
	public function create(string $name): Response {
		// The team as it was before its members were counted.
		return $this->answer(fn (): array => ['population' => 0, 'creation' => 0] + $this->team($this->teams->find($this->teams->create($name, $this->userId))));
	}

	#[NoAdminRequired]
	#[BruteForceProtection(action: 'destroy')]
	#[ApiRoute(verb: 'DELETE', url: '/circles/{circleId}', root: self::ROOT)]
	public function destroy(string $circleId): Response {
		return $this->answer(function () use ($circleId): array {
			$this->teams->destroy($circleId, $this->userId);
			return [];
		});
	}

	#[NoAdminRequired]
	#[BruteForceProtection(action: 'editName')]
	#[ApiRoute(verb: 'PUT', url: '/circles/{circleId}/name', root: self::ROOT)]
	public function name(string $circleId, string $value): Response {
		return $this->edit($circleId, ['name' => $value]);
	}

	#[NoAdminRequired]
	#[BruteForceProtection(action: 'editDescription')]
	#[ApiRoute(verb: 'PUT', url: '/circles/{circleId}/description', root: self::ROOT)]
	public function description(string $circleId, string $value): Response {
		return $this->edit($circleId, ['description' => $value]);
	}

	#[NoAdminRequired]
	#[BruteForceProtection(action: 'editConfig')]
	#[ApiRoute(verb: 'PUT', url: '/circles/{circleId}/config', root: self::ROOT)]
	public function config(string $circleId, int $value): Response {
		return $this->edit($circleId, ['config' => $value]);
	}

	#[NoAdminRequired]
	#[BruteForceProtection(action: 'members')]
	#[ApiRoute(verb: 'GET', url: '/circles/{circleId}/members', root: self::ROOT)]
	public function members(string $circleId): Response {
		return $this->answer(function () use ($circleId): array {
			$asked = $this->teams->need($circleId, $this->userId, 0)['level'] === 0;
			return $asked ? [] : array_map(self::member(...), $this->teams->members($circleId));
		});
	}

	#[NoAdminRequired]
	#[BruteForceProtection(action: 'memberAdd')]
	#[ApiRoute(verb: 'POST', url: '/circles/{circleId}/members', root: self::ROOT)]
	public function add(string $circleId, string $userId, int $type): Response {
		return $this->answer(fn (): array => self::member($this->teams->add($circleId, $userId, $this->userId)));
	}

	#[NoAdminRequired]
	#[BruteForceProtection(action: 'memberConfirm')]
	#[ApiRoute(verb: 'PUT', url: '/circles/{circleId}/members/{memberId}', root: self::ROOT)]
	public function confirm(string $circleId, string $memberId): Response {
		return $this->answer(fn (): array => self::member($this->teams->confirm($circleId, $memberId, $this->userId)));
	}

	#[NoAdminRequired]
	#[BruteForceProtection(action: 'memberLevel')]
	#[ApiRoute(verb: 'PUT', url: '/circles/{circleId}/members/{memberId}/level', root: self::ROOT)]
	public function level(string $circleId, string $memberId, int $level): Response {
		return $this->answer(fn (): array => self::member($this->teams->setLevel($circleId, $memberId, $level, $this->userId)));
	}

	#[NoAdminRequired]
	#[BruteForceProtection(action: 'memberRemove')]
	#[ApiRoute(verb: 'DELETE', url: '/circles/{circleId}/members/{memberId}', root: self::ROOT)]
	public function remove(string $circleId, string $memberId): Response {
		return $this->answer(function () use ($circleId, $memberId): array {
			$this->teams->removeMember($circleId, $memberId, $this->userId);
			return [];
		});
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'PUT', url: '/circles/{circleId}/join', root: self::ROOT)]
	public function join(string $circleId): Response {
		return $this->answer(fn (): array => self::member($this->teams->join($circleId, $this->userId)));
	}

	#[NoAdminRequired]
	#[BruteForceProtection(action: 'circleLeave')]
	#[ApiRoute(verb: 'PUT', url: '/circles/{circleId}/leave', root: self::ROOT)]
	public function leave(string $circleId): Response {
		return $this->answer(function () use ($circleId): array {
			$this->teams->leave($circleId, $this->userId);
			return [];
		});
	}

	/** The folder of a team, for its members. Neither this nor the next counts a refusal as a brute-force attempt. */
	#[NoAdminRequired]
	#[ApiRoute(verb: 'GET', url: '/teams/{circleId}/folder', root: self::ROOT)]
	public function space(string $circleId): Response {
		return $this->spaceAnswer(function () use ($circleId): array {
			$this->needForSpace($circleId, Teams::MEMBER);
			['id' => $id, 'mountPoint' => $mountPoint] = $this->spaces->of($circleId) ?? throw self::noSpace();
			return ['id' => $id, 'mountPoint' => $mountPoint];
		});
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'DELETE', url: '/teams/{circleId}/folder', root: self::ROOT)]
	public function unlinkSpace(string $circleId, bool $deleteFolder = false): Response {
		return $this->spaceAnswer(function () use ($circleId, $deleteFolder): array {
			$this->needForSpace($circleId, Teams::OWNER);
			return ($deleteFolder ? $this->spaces->remove($circleId) : $this->spaces->unlink($circleId)) ? ['success' => true] : throw self::noSpace();
		});
	}

	/** @param Closure(): array<array-key, mixed> $work */
	private function spaceAnswer(Closure $work): Response {
		// Without the app that makes them this stand-in is a Nextcloud that does not know of team spaces.
		return $this->spaces->areThere()
			? $this->answer($work)
			: new OcsResponse(new DataResponse([], OCSController::RESPOND_NOT_FOUND), $this->request->getFormat() ?? 'xml', 'Invalid query');
	}

	private function needForSpace(string $team, int $level): void {
		if (($this->teams->membership($team, $this->userId)['level'] ?? 0) < $level) {
			throw new ServiceRefusal(Http::STATUS_FORBIDDEN, 'Insufficient permissions to perform this action');
		}
	}

	private static function noSpace(): ServiceRefusal {
		return new ServiceRefusal(Http::STATUS_NOT_FOUND, 'No team folder linked to this team');
	}

	/** @param array<string, mixed> $values */
	private function edit(string $team, array $values): Response {
		return $this->answer(function () use ($team, $values): array {
			$this->teams->edit($team, $this->userId, $values);
			return $this->team($this->teams->find($team));
		});
	}

	/** @param Closure(): array<array-key, mixed> $work */
	private function answer(Closure $work): Response {
		try {
			return new DataResponse($work());
		} catch (ServiceRefusal $e) {
			if (!$e->attack) {
				return new OcsResponse(new DataResponse([], $e->getCode()), $this->request->getFormat() ?? 'xml', $e->getMessage());
			}
			$response = new DataResponse(['message' => $e->getMessage()], Http::STATUS_FORBIDDEN);
			$response->throttle();
			return $response;
		}
	}

	/** @param array<string, mixed> $team */
	private function team(array $team): array {
		$members = $this->teams->members($team['team']);
		$by = static fn (Closure $which): ?array => ($found = array_values(array_filter($members, $which))) === [] ? null : self::member($found[0]);
		$own = $by(fn (array $member): bool => $member['uid'] === $this->userId);
		$row = $this->row($team);
		return [
			'initiator' => $own,
			'owner' => $by(static fn (array $member): bool => $member['level'] === Teams::OWNER),
			// Others get what they need in order to join.
			'config' => $own === null ? $row['config'] & (Teams::VISIBLE | Teams::OPEN) : $row['config'],
		] + $row;
	}

	/** @param array<string, mixed> $team */
	private function row(array $team): array {
		$in = array_filter($this->teams->members($team['team']), static fn (array $member): bool => $member['level'] > 0);
		return [
			'id' => $team['team'],
			'name' => $team['name'],
			'displayName' => $team['name'],
			'description' => $team['description'],
			'config' => $team['config'],
			'population' => count($in),
			'creation' => $team['creation'],
		];
	}

	/** @param array<string, mixed> $member */
	private static function member(array $member): array {
		return [
			'id' => $member['member'],
			'circleId' => $member['parent'],
			'userId' => $member['uid'],
			'userType' => 1,
			'level' => $member['level'],
			'status' => $member['level'] > 0 ? 'Member' : 'Requesting',
			'joined' => $member['joined'],
		];
	}
}
